package dev.lichen.lm.transformer;

import java.util.Arrays;

/**
 * Holds the log-probability of each marked token and the entropy of the distribution it was predicted from, in nats.
 *
 * <p>Order: sequence by sequence as given, marked position by marked position.
 */
public final class TokenScores {
    private final float[] logProbabilities;
    private final float[] entropies;

    TokenScores(float[] logProbabilities, float[] entropies) {
        this.logProbabilities = logProbabilities;
        this.entropies = entropies;
    }

    /** Returns how many tokens were scored. */
    public int size() {
        return logProbabilities.length;
    }

    /** Returns the log-probability of a marked token, at most 0. */
    public float logProbability(int index) {
        return logProbabilities[index];
    }

    /** Returns the entropy of the distribution that predicts a marked token, between 0 and the log of the vocabulary's size. */
    public float entropy(int index) {
        return entropies[index];
    }

    /** Returns a copy of all log-probabilities. */
    public float[] logProbabilities() {
        return logProbabilities.clone();
    }

    /** Returns a copy of all entropies. */
    public float[] entropies() {
        return entropies.clone();
    }

    /** Returns the scores from one index up to another. */
    public TokenScores slice(int from, int to) {
        return new TokenScores(Arrays.copyOfRange(logProbabilities, from, to), Arrays.copyOfRange(entropies, from, to));
    }
}
