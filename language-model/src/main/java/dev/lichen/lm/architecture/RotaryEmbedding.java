package dev.lichen.lm.architecture;

/**
 * Describes rotary position embedding: queries and keys are turned by an angle proportional to their position.
 *
 * <p>The pair of dimensions {@code (i, i + headWidth/2)} turns by {@code position · f_i} radians, with
 * {@code f_i = base^(−2i/headWidth)}, afterwards scaled. Pairing a dimension of the first half with one of the second is the
 * Hugging Face convention; files that pair neighbours are permuted when they are read.
 *
 * <p>See Su et al., <a href="https://arxiv.org/abs/2104.09864">RoFormer</a>.
 *
 * @param base the base of the geometric row of frequencies, above 1 (10,000 in the paper)
 * @param scaling how the frequencies are changed for a longer context
 */
public record RotaryEmbedding(double base, RotaryScaling scaling) {

    /** Checks the base. */
    public RotaryEmbedding {
        if (!(base > 1 && Double.isFinite(base))) {
            throw new IllegalArgumentException("base must be above 1 and finite, was " + base);
        }
    }

    /** Returns the embedding of this base without scaling. */
    public static RotaryEmbedding of(double base) {
        return new RotaryEmbedding(base, RotaryScaling.NONE);
    }

    /**
     * Returns the frequencies of the {@code headWidth / 2} pairs, in radians a position, fastest first.
     *
     * @param headWidth the width of one attention head, even and positive
     */
    public double[] inverseFrequencies(int headWidth) {
        if (headWidth < 2 || headWidth % 2 != 0) {
            throw new IllegalArgumentException("headWidth must be even and positive, was " + headWidth);
        }
        double[] frequencies = new double[headWidth / 2];
        for (int i = 0; i < frequencies.length; i++) {
            frequencies[i] = scaling.apply(Math.pow(base, -2.0 * i / headWidth));
        }
        return frequencies;
    }
}
