package dev.lichen.sft;

/**
 * How many bits a model needs for a byte of text: -Σ log₂ π(token) / bytes.
 *
 * <p>Unlike the loss a token it does not depend on the tokenizer, so models of different vocabularies compare. Control
 * tokens that end a turn cost bits and are no bytes.
 */
public final class BitsPerByte {

    private static final double NATS_PER_BIT = Math.log(2);

    private BitsPerByte() {}

    /** Converts a sum of -log π in nats over text of so many UTF-8 bytes. */
    public static double of(double nats, long bytes) {
        if (bytes <= 0) {
            throw new IllegalArgumentException("text must have bytes, has " + bytes);
        }
        return nats / NATS_PER_BIT / bytes;
    }
}
