package dev.lichen.sft;

import java.util.Arrays;

/**
 * The cross-entropy of learned tokens: -1/N Σ log π(token), over all N learned tokens of a whole step, in nats.
 *
 * <p>N is counted before the first part of the step is run, so every token weighs 1/N however the step is cut to fit
 * memory: parts' losses and gradients simply add up. (A mean of the parts' means would weigh tokens of short parts
 * more.) The gradient is the same for every token, which lets the model take it in the forward call.
 *
 * @param learnedTokens N, the learned tokens of the whole step, positive
 */
public record SftLoss(long learnedTokens) {

    /** Checks the range. */
    public SftLoss {
        if (learnedTokens <= 0) {
            throw new IllegalArgumentException("a step needs learned tokens, has " + learnedTokens);
        }
    }

    /** The derivative of the loss with respect to each of a part's log-probabilities: -1/N. */
    public float[] gradient(int tokens) {
        float[] gradient = new float[tokens];
        Arrays.fill(gradient, (float) (-1.0 / learnedTokens));
        return gradient;
    }

    /** A part's share of the loss, from its log-probabilities in nats. */
    public double share(float[] logProbabilities) {
        double sum = 0;
        for (float logProbability : logProbabilities) {
            sum += logProbability;
        }
        return -sum / learnedTokens;
    }
}
