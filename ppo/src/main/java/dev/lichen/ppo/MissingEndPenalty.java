package dev.lichen.ppo;

/**
 * Decides the score of a response that was cut off before it ended.
 *
 * @param mode what happens to its score
 * @param amount what is subtracted, or the score given, in units of score
 */
public record MissingEndPenalty(Mode mode, double amount) {

    /** What happens to the score of an unfinished response. */
    public enum Mode {
        /** It stays. */
        NONE,
        /** The amount is subtracted. */
        SUBTRACT,
        /** The amount takes its place. */
        REPLACE
    }

    /** Checks that a penalty is one. */
    public MissingEndPenalty {
        if (!Double.isFinite(amount) || (mode == Mode.SUBTRACT && amount < 0)) {
            throw new IllegalArgumentException("amount must be finite, and not negative to subtract, was " + amount);
        }
    }

    /** Leaves unfinished responses as they are. */
    public static MissingEndPenalty none() {
        return new MissingEndPenalty(Mode.NONE, 0);
    }

    /** The score after the penalty. */
    public double apply(double score, boolean finished) {
        if (finished) {
            return score;
        }
        return switch (mode) {
            case NONE -> score;
            case SUBTRACT -> score - amount;
            case REPLACE -> amount;
        };
    }
}
