package dev.lichen.rewardmodel;

import dev.lichen.datasets.Demonstration;
import dev.lichen.datasets.statistics.ClusterBootstrap;
import dev.lichen.datasets.statistics.Estimate;
import dev.lichen.lm.tokenizer.MaskedTokens;
import dev.lichen.lm.transformer.ScalarModel;
import dev.lichen.training.Metrics;
import dev.lichen.training.RandomStreams;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Measures a reward model in training.
 *
 * @param model what is measured
 * @param heldOut rankings that it does not learn from
 * @param streams choose the bootstrap's resamples and the demonstrations that are scored
 */
record RewardEvaluator(ScalarModel model, HeldOutRankings heldOut, RandomStreams streams) {

    private static final String BOOTSTRAP = "reward-evaluation/bootstrap";
    private static final String DEMONSTRATIONS = "reward-evaluation/demonstrations";
    private static final int MOST_DEMONSTRATIONS = 500;

    /** Evaluates the held-out rankings; nothing if there are none. */
    Optional<RewardEvaluation> evaluate() {
        List<EvaluatedPair> pairs = heldOut.pairs(model::score);
        ClusterBootstrap bootstrap = ClusterBootstrap.of(streams.seed(BOOTSTRAP, 0, 0));
        return pairs.isEmpty() ? Optional.empty() : Optional.of(RewardEvaluation.of(pairs, bootstrap));
    }

    /** The same as metrics. */
    Metrics metrics() {
        return evaluate().map(RewardEvaluator::metrics).orElse(Metrics.none());
    }

    /** Raw scores of at most 500 demonstrations, chosen by chance; those that do not fit are left out. */
    double[] demonstrationScores(List<Demonstration> demonstrations, AnswerRenderer renderer) {
        List<MaskedTokens> sequences = Arrays.stream(streams.permutation(demonstrations.size(), DEMONSTRATIONS, 0))
                .limit(MOST_DEMONSTRATIONS)
                .mapToObj(demonstrations::get)
                .map(demonstration -> renderer.render(
                        demonstration.prompt(), List.of(demonstration.response().content())))
                .flatMap(Optional::stream)
                .map(List::getFirst)
                .toList();
        float[] scores = model.score(sequences);
        double[] copy = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            copy[i] = scores[i];
        }
        return copy;
    }

    private static Metrics metrics(RewardEvaluation evaluation) {
        Optional<Estimate> accuracy = evaluation.accuracy().accuracy().estimate();
        long pairs = evaluation.accuracy().correct()
                + evaluation.accuracy().equal()
                + evaluation.accuracy().wrong();
        Metrics metrics = Metrics.of(RewardMetricNames.EVALUATION_LOSS, evaluation.loss())
                .with(
                        RewardMetricNames.EVALUATION_ACCURACY,
                        accuracy.map(Estimate::value).orElse(0.5));
        return accuracy.map(estimate -> bounds(metrics, estimate))
                .orElse(metrics)
                .with(RewardMetricNames.EVALUATION_PAIRS, (double) pairs)
                .with(RewardMetricNames.EVALUATION_TEMPERATURE, evaluation.temperature())
                .with(RewardMetricNames.EVALUATION_LENGTH_CORRELATION, evaluation.lengthCorrelation());
    }

    private static Metrics bounds(Metrics metrics, Estimate accuracy) {
        return metrics.with(
                        RewardMetricNames.EVALUATION_ACCURACY_LOW,
                        accuracy.interval().low())
                .with(
                        RewardMetricNames.EVALUATION_ACCURACY_HIGH,
                        accuracy.interval().high());
    }
}
