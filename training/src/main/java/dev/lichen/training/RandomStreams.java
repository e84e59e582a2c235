package dev.lichen.training;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/**
 * Derives every random number of a run from its seed, a purpose, a step and an index.
 *
 * <p>There is no hidden state. The numbers for shuffling epoch 3, or for sampling answer 7 of step 120, are the same
 * whatever was drawn before, in whichever order and in whichever process; so a resumed run draws what an uninterrupted
 * one draws, and a checkpoint needs no generator in it. The seed of a stream is the beginning of
 * {@code SHA-256(seed, step, index, purpose)}; the generator is L64X128MixRandom, which the Java platform specifies.
 */
public final class RandomStreams {

    private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private final long seed;

    /** Makes the streams of a run with this seed. */
    public RandomStreams(long seed) {
        this.seed = seed;
    }

    /** Returns the run's seed. */
    public long seed() {
        return seed;
    }

    /**
     * Returns a fresh generator.
     *
     * @param purpose what the numbers are for, such as {@code "sample"}; different purposes never share numbers
     * @param step how many steps went before, or the epoch
     * @param index which of the step's streams, such as the prompt's place in its batch
     */
    public RandomGenerator stream(String purpose, long step, long index) {
        return GENERATORS.create(digest(purpose, step, index));
    }

    /** Returns a seed for a generator that is not Java's, derived as {@link #stream} derives its own. */
    public long seed(String purpose, long step, long index) {
        return ByteBuffer.wrap(digest(purpose, step, index)).getLong();
    }

    /** Returns the numbers from 0 to {@code size - 1} in a random order, each order being equally likely. */
    public int[] permutation(int size, String purpose, long step) {
        RandomGenerator random = stream(purpose, step, 0);
        int[] order = IntStream.range(0, size).toArray();
        for (int last = size - 1; last > 0; last--) {
            swap(order, last, random.nextInt(last + 1));
        }
        return order;
    }

    private static void swap(int[] order, int first, int second) {
        int kept = order[first];
        order[first] = order[second];
        order[second] = kept;
    }

    private byte[] digest(String purpose, long step, long index) {
        byte[] name = purpose.getBytes(StandardCharsets.UTF_8);
        ByteBuffer input = ByteBuffer.allocate(3 * Long.BYTES + name.length);
        input.putLong(seed).putLong(step).putLong(index).put(name);
        return ContentHash.sha256().digest(input.array());
    }
}
