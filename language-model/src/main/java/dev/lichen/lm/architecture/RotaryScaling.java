package dev.lichen.lm.architecture;

/**
 * States how rotary frequencies are changed so that a model reaches further than the context it was trained on.
 *
 * <p>Every method here maps one unscaled frequency, in radians a position, to the scaled one.
 */
public sealed interface RotaryScaling {

    /** The frequencies as they are. */
    RotaryScaling NONE = new None();

    /**
     * Returns the scaled frequency.
     *
     * @param frequency the unscaled frequency, in radians a position, positive
     */
    double apply(double frequency);

    /** Leaves every frequency alone. */
    record None() implements RotaryScaling {
        @Override
        public double apply(double frequency) {
            return frequency;
        }
    }

    /**
     * Divides every frequency by one factor, which stretches all positions alike ("position interpolation").
     *
     * @param factor how many times longer the context becomes, at least 1
     */
    record Linear(double factor) implements RotaryScaling {
        /** Checks the factor. */
        public Linear {
            checkFactor(factor);
        }

        @Override
        public double apply(double frequency) {
            return frequency / factor;
        }
    }

    /**
     * Divides only the slow frequencies and leaves the fast ones alone, with a smooth passage between them, as Llama 3.1
     * does.
     *
     * <p>Let {@code turns} be how often a frequency turns over the original context. Frequencies of fewer turns than {@code
     * lowFrequencyFactor} are divided by {@code factor}; those of more turns than {@code highFrequencyFactor} stay; between
     * the two, {@code s = (turns − low) / (high − low)} mixes {@code (1 − s)·f/factor + s·f}.
     *
     * @param factor how many times longer the context becomes, at least 1
     * @param lowFrequencyFactor turns below which a frequency is slow, positive
     * @param highFrequencyFactor turns above which a frequency is fast, above {@code lowFrequencyFactor}
     * @param originalMaximumLength tokens of the context the model was first trained on, positive
     */
    record Llama3(double factor, double lowFrequencyFactor, double highFrequencyFactor, int originalMaximumLength)
            implements RotaryScaling {
        /** Checks the factors and their order. */
        public Llama3 {
            checkFactor(factor);
            if (!(lowFrequencyFactor > 0 && highFrequencyFactor > lowFrequencyFactor)) {
                throw new IllegalArgumentException(
                        "highFrequencyFactor must be above lowFrequencyFactor, and both above 0, were "
                                + highFrequencyFactor + " and " + lowFrequencyFactor);
            }
            if (originalMaximumLength < 1) {
                throw new IllegalArgumentException(
                        "originalMaximumLength must be at least 1, was " + originalMaximumLength);
            }
        }

        @Override
        public double apply(double frequency) {
            double turns = originalMaximumLength * frequency / (2 * Math.PI);
            double kept = (turns - lowFrequencyFactor) / (highFrequencyFactor - lowFrequencyFactor);
            double share = Math.clamp(kept, 0.0, 1.0);
            return (1 - share) * frequency / factor + share * frequency;
        }
    }

    private static void checkFactor(double factor) {
        if (!(factor >= 1 && Double.isFinite(factor))) {
            throw new IllegalArgumentException("factor must be at least 1 and finite, was " + factor);
        }
    }
}
