package dev.lichen.datasets.statistics;

/**
 * A confidence and what came of it.
 *
 * @param cluster names the prompt, whose predictions are not independent
 * @param confidence the probability that was given to the outcome, in [0, 1]
 * @param outcome 1 if it came, 0 if not, ½ for a tie
 */
public record Prediction(String cluster, double confidence, double outcome) {

    public Prediction {
        if (!(confidence >= 0 && confidence <= 1) || !(outcome >= 0 && outcome <= 1)) {
            throw new IllegalArgumentException(
                    "confidence and outcome must be in [0, 1], were " + confidence + " and " + outcome);
        }
    }
}
