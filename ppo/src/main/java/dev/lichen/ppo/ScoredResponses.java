package dev.lichen.ppo;

import java.util.List;

/**
 * Sampled responses as the reward sees them.
 *
 * @param logProbabilities log π(y) of each token under the policy that sampled it, in nats
 * @param referenceLogProbabilities log π_ref(y) of the same tokens, in nats
 * @param scores one a response
 * @param finished whether each response ended by itself rather than by the length limit
 */
public record ScoredResponses(
        TokenValues logProbabilities,
        TokenValues referenceLogProbabilities,
        List<Double> scores,
        List<Boolean> finished) {

    /** Copies the lists and checks that all agree; an empty response cannot carry a score. */
    public ScoredResponses {
        scores = List.copyOf(scores);
        finished = List.copyOf(finished);
        logProbabilities.requireSameRows(referenceLogProbabilities);
        if (scores.size() != logProbabilities.rows() || finished.size() != logProbabilities.rows()) {
            throw new IllegalArgumentException("expected " + logProbabilities.rows() + " scores and ends, got "
                    + scores.size() + " and " + finished.size());
        }
        for (int row = 0; row < logProbabilities.rows(); row++) {
            if (logProbabilities.length(row) == 0) {
                throw new IllegalArgumentException("response " + row + " is empty");
            }
        }
    }
}
