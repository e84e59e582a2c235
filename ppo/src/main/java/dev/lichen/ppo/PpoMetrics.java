package dev.lichen.ppo;

import dev.lichen.training.Metrics;

/** Names what a step measured. */
final class PpoMetrics {

    private PpoMetrics() {}

    /**
     * The metrics of a step.
     *
     * @param rollouts what was sampled
     * @param rewards what it earned
     * @param advantages before whitening
     * @param statistics of the updates
     * @param state with which the step was made, its scores taken in
     */
    static Metrics of(
            Rollouts rollouts, Rewards rewards, Advantages advantages, PpoStatistics statistics, PpoState state) {
        return objective(rollouts, rewards, state)
                .and(policy(advantages, statistics))
                .and(value(rollouts, advantages, statistics))
                .and(responses(rollouts))
                .with(PpoMetricNames.EPISODES, (double) state.episodes() + rollouts.size())
                .with(PpoMetricNames.RUNNING_MEAN, state.scores().mean())
                .with(PpoMetricNames.RUNNING_DEVIATION, state.scores().standardDeviation());
    }

    private static Metrics objective(Rollouts rollouts, Rewards rewards, PpoState state) {
        RunningMoments scores = rollouts.scoreMoments();
        double coefficient = state.kl().coefficient();
        return Metrics.of(PpoMetricNames.KL, rollouts.divergence(KlEstimator.K1))
                .with(PpoMetricNames.KL_K3, rollouts.divergence(KlEstimator.K3))
                .with(PpoMetricNames.KL_COEFFICIENT, coefficient)
                .with(PpoMetricNames.ENTROPY, rollouts.entropies().mean())
                .with(PpoMetricNames.SCORES, scores.mean())
                .with(PpoMetricNames.SCORES_DEVIATION, Math.sqrt(scores.variance()))
                .with(PpoMetricNames.RLHF_REWARD, rewards.rewards().meanRowSum())
                .with(
                        PpoMetricNames.NON_SCORE_REWARD,
                        -coefficient * rewards.divergence().meanRowSum());
    }

    private static Metrics policy(Advantages advantages, PpoStatistics statistics) {
        PolicyStatistics policy = statistics.policy();
        return Metrics.of(PpoMetricNames.POLICY_LOSS, statistics.meanPolicyLoss())
                .with(PpoMetricNames.APPROXIMATE_KL, policy.meanApproximateKl())
                .with(PpoMetricNames.POLICY_CLIP_FRACTION, policy.clipFraction())
                .with(PpoMetricNames.POLICY_ENTROPY, policy.meanEntropy())
                .with(PpoMetricNames.ADVANTAGES, advantages.advantages().mean())
                .with(PpoMetricNames.RATIO_MEAN, policy.meanRatio())
                .with(PpoMetricNames.RATIO_MAXIMUM, policy.largestRatio())
                .with(
                        PpoMetricNames.POLICY_LEARNING_RATE,
                        statistics.policyGradient().learningRate())
                .with(
                        PpoMetricNames.POLICY_GRADIENT_NORM,
                        statistics.policyGradient().meanNorm());
    }

    private static Metrics value(Rollouts rollouts, Advantages advantages, PpoStatistics statistics) {
        ValueStatistics value = statistics.value();
        return Metrics.of(PpoMetricNames.VALUE_LOSS, statistics.meanValueLoss())
                .with(PpoMetricNames.VALUE_CLIP_FRACTION, value.clipFraction())
                .with(PpoMetricNames.EXPLAINED_VARIANCE, ExplainedVariance.of(rollouts.values(), advantages.returns()))
                .with(PpoMetricNames.VALUE_MEAN, value.meanValue())
                .with(PpoMetricNames.VALUE_ERROR, value.meanSquaredError())
                .with(PpoMetricNames.RETURNS, advantages.returns().mean())
                .with(
                        PpoMetricNames.VALUE_LEARNING_RATE,
                        statistics.valueGradient().learningRate())
                .with(
                        PpoMetricNames.VALUE_GRADIENT_NORM,
                        statistics.valueGradient().meanNorm());
    }

    private static Metrics responses(Rollouts rollouts) {
        return Metrics.of(PpoMetricNames.RESPONSE_LENGTH, rollouts.meanLength())
                .with(PpoMetricNames.END_RATE, rollouts.endRate())
                .with(
                        PpoMetricNames.REFERENCE_PERPLEXITY,
                        Math.exp(-rollouts.referenceLogProbabilities().mean()));
    }

    /** What held-out prompts are answered with. */
    static Metrics evaluation(Rollouts rollouts) {
        return Metrics.of(
                        PpoMetricNames.EVALUATION_SCORES,
                        rollouts.scoreMoments().mean())
                .with(PpoMetricNames.EVALUATION_KL, rollouts.divergence(KlEstimator.K1))
                .with(PpoMetricNames.EVALUATION_LENGTH, rollouts.meanLength())
                .with(PpoMetricNames.EVALUATION_END_RATE, rollouts.endRate());
    }
}
