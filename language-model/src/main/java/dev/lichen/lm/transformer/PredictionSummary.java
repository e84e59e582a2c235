package dev.lichen.lm.transformer;

/**
 * Says how well tokens were predicted.
 *
 * @param tokens how many were predicted
 * @param logProbability the sum of their log-probabilities, in nats
 * @param likeliest how many were the likeliest token of all
 */
public record PredictionSummary(long tokens, double logProbability, long likeliest) {

    /** Returns the summary of no tokens. */
    public static PredictionSummary none() {
        return new PredictionSummary(0, 0, 0);
    }

    static PredictionSummary of(float[] logProbabilities, float[] hits) {
        double sum = 0;
        double count = 0;
        for (int i = 0; i < hits.length; i++) {
            sum += logProbabilities[i];
            count += hits[i];
        }
        return new PredictionSummary(hits.length, sum, Math.round(count));
    }

    /** Returns the summary of both. */
    public PredictionSummary plus(PredictionSummary other) {
        return new PredictionSummary(
                tokens + other.tokens, logProbability + other.logProbability, likeliest + other.likeliest);
    }

    /** Returns the mean of -log p over tokens, in nats. */
    public double loss() {
        return -logProbability / tokens;
    }

    /** Returns the share of tokens that were the likeliest of all. */
    public double accuracy() {
        return (double) likeliest / tokens;
    }
}
