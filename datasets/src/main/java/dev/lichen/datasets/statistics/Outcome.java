package dev.lichen.datasets.statistics;

/**
 * The result of comparing two answers to one prompt, seen from the first.
 *
 * @param cluster names the prompt, whose comparisons are not independent
 * @param result who was better
 */
public record Outcome(String cluster, Result result) {

    /** Who was better. */
    public enum Result {
        /** The first. */
        WIN(1),
        /** Neither. */
        TIE(0.5),
        /** The second. */
        LOSS(0);

        private final double points;

        Result(double points) {
            this.points = points;
        }

        /** Returns 1 for a win, ½ for a tie, 0 for a loss. */
        public double points() {
            return points;
        }

        /** Returns the result of comparing the first's score with the second's. */
        public static Result of(double first, double second) {
            return first > second ? WIN : first < second ? LOSS : TIE;
        }
    }
}
