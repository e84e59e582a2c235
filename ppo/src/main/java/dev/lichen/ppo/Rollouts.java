package dev.lichen.ppo;

import java.util.List;

/**
 * One step's experience: what the policy said, and what everyone thought of it at that time.
 *
 * <p>All token values have one row a response and one number a response token.
 *
 * @param responses B responses
 * @param logProbabilities log π_old(y) of each token, in nats, at the sampling temperature
 * @param entropies the entropy of π_old at each token, in nats
 * @param referenceLogProbabilities log π_ref(y) of each token, in nats, at the same temperature
 * @param values V_old before each token
 * @param scores R, one a response, as the reward function gave them
 */
public record Rollouts(
        List<SampledResponse> responses,
        TokenValues logProbabilities,
        TokenValues entropies,
        TokenValues referenceLogProbabilities,
        TokenValues values,
        List<Double> scores) {

    /** Copies the lists and checks that all agree. */
    public Rollouts {
        responses = List.copyOf(responses);
        scores = List.copyOf(scores);
        logProbabilities.requireSameRows(entropies);
        logProbabilities.requireSameRows(referenceLogProbabilities);
        logProbabilities.requireSameRows(values);
        if (responses.size() != logProbabilities.rows() || scores.size() != responses.size()) {
            throw new IllegalArgumentException("expected as many responses and scores as rows, got " + responses.size()
                    + ", " + scores.size() + " and " + logProbabilities.rows());
        }
    }

    /** What the reward looks at, with scores brought to another scale. */
    public ScoredResponses scored(List<Double> scaledScores) {
        return new ScoredResponses(
                logProbabilities,
                referenceLogProbabilities,
                scaledScores,
                responses.stream().map(SampledResponse::finished).toList());
    }

    /** How many responses there are. */
    public int size() {
        return responses.size();
    }

    /** The divergence from the reference, nats a sequence, mean over responses. */
    public double divergence(KlEstimator estimator) {
        return estimator.estimate(logProbabilities, referenceLogProbabilities).meanRowSum();
    }

    /** The moments of the scores. */
    public RunningMoments scoreMoments() {
        return RunningMoments.of(
                scores.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The mean length of a response, in tokens. */
    public double meanLength() {
        return (double) logProbabilities.size() / responses.size();
    }

    /** The share of responses that ended by themselves. */
    public double endRate() {
        return (double) responses.stream().filter(SampledResponse::finished).count() / responses.size();
    }
}
