package dev.lichen.lm.architecture;

/**
 * Describes the shape of a decoder-only transformer of the Llama family.
 *
 * <p>A layer is RMS norm, self-attention with grouped queries and rotary positions, a second RMS norm, and a feed-forward
 * network gated by SiLU; no projection has a bias. Each key/value head serves {@code heads / keyValueHeads} query heads.
 *
 * @param vocabularySize number of tokens V, at least 1
 * @param width width of the residual stream D, at least 1
 * @param layers number of layers, at least 1
 * @param heads number of query heads H, at least 1
 * @param keyValueHeads number of key/value heads KV; divides {@code heads}
 * @param headWidth width of one head, even; {@code heads · headWidth} need not equal {@code width}
 * @param feedForwardWidth inner width of the feed-forward network F, at least 1
 * @param maximumLength longest sequence in tokens, at least 1
 * @param normEpsilon what RMS norm adds to the mean square, above 0
 * @param rotary the position embedding
 * @param tiedHead whether the embedding serves as the output projection as well
 */
public record TransformerConfig(
        int vocabularySize,
        int width,
        int layers,
        int heads,
        int keyValueHeads,
        int headWidth,
        int feedForwardWidth,
        int maximumLength,
        double normEpsilon,
        RotaryEmbedding rotary,
        boolean tiedHead) {

    /** Checks every size and the relations between them. */
    public TransformerConfig {
        atLeastOne("vocabularySize", vocabularySize);
        atLeastOne("width", width);
        atLeastOne("layers", layers);
        atLeastOne("heads", heads);
        atLeastOne("keyValueHeads", keyValueHeads);
        atLeastOne("headWidth", headWidth);
        atLeastOne("feedForwardWidth", feedForwardWidth);
        atLeastOne("maximumLength", maximumLength);
        require(heads % keyValueHeads == 0, "keyValueHeads must divide heads (" + heads + "), was " + keyValueHeads);
        require(headWidth % 2 == 0, "headWidth must be even, was " + headWidth);
        require(
                normEpsilon > 0 && Double.isFinite(normEpsilon),
                "normEpsilon must be above 0 and finite, was " + normEpsilon);
    }

    /** Returns the width of all query heads together, {@code heads · headWidth}. */
    public int queryWidth() {
        return Math.multiplyExact(heads, headWidth);
    }

    /** Returns the width of all key (or value) heads together, {@code keyValueHeads · headWidth}. */
    public int keyValueWidth() {
        return Math.multiplyExact(keyValueHeads, headWidth);
    }

    /** Returns the number of weights; a tied head counts once. */
    public long parameterCount() {
        long vocabulary = (long) vocabularySize * width;
        long outputs = tiedHead ? vocabulary : 2 * vocabulary;
        return outputs + layers * layerParameterCount() + width;
    }

    /** Returns the number of weights of one layer. */
    public long layerParameterCount() {
        long attention = (long) width * (2L * queryWidth() + 2L * keyValueWidth());
        long feedForward = 3L * width * feedForwardWidth;
        return attention + feedForward + 2L * width;
    }

    private static void atLeastOne(String field, int value) {
        require(value >= 1, field + " must be at least 1, was " + value);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
