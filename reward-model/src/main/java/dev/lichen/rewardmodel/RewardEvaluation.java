package dev.lichen.rewardmodel;

import dev.lichen.datasets.statistics.CalibrationError;
import dev.lichen.datasets.statistics.ClusterBootstrap;
import dev.lichen.datasets.statistics.PairwiseAccuracy;
import dev.lichen.datasets.statistics.ScoredPair;
import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a reward model is worth on rankings that it was not trained on.
 *
 * @param accuracy how often it orders two answers as people did, with an interval clustered by prompt
 * @param loss the mean of -log σ(Δ) over the pairs, in nats; log 2 is chance
 * @param calibration how far its confidence σ(|Δ|) and its accuracy lie apart
 * @param temperature the T for which σ(Δ/T) fits the pairs best; above 1 for an over-confident model
 * @param lengthCorrelation the correlation of score and length differences, in [-1, 1]; see {@link #lengthCorrelation}
 * @param slices the accuracy by language and by K
 */
public record RewardEvaluation(
        PairwiseAccuracy accuracy,
        double loss,
        CalibrationError calibration,
        double temperature,
        double lengthCorrelation,
        SequencedMap<String, PairwiseAccuracy> slices) {

    private static final int BINS = 10;

    /** Keeps the slices in order. */
    public RewardEvaluation {
        slices = Collections.unmodifiableSequencedMap(slices);
    }

    /** Evaluates some held-out pairs. */
    public static RewardEvaluation of(List<EvaluatedPair> pairs, ClusterBootstrap bootstrap) {
        List<ScoredPair> scored = scored(pairs);
        double[] margins = scored.stream().mapToDouble(ScoredPair::margin).toArray();
        return new RewardEvaluation(
                PairwiseAccuracy.of(scored, bootstrap),
                scored.stream()
                        .mapToDouble(pair -> Logistic.softplus(-pair.margin()))
                        .average()
                        .orElse(Double.NaN),
                CalibrationError.ofPairs(scored, BINS, bootstrap),
                ScoreTemperature.fit(margins),
                lengthCorrelation(pairs),
                slices(pairs, bootstrap));
    }

    /**
     * Σ Δr Δl / √(Σ Δr² Σ Δl²) over score differences Δr and length differences Δl: the correlation that does not depend
     * on which of two answers is called the first. 0 where either never differs.
     */
    static double lengthCorrelation(List<EvaluatedPair> pairs) {
        double products = 0;
        double scores = 0;
        double lengths = 0;
        for (EvaluatedPair pair : pairs) {
            double margin = pair.scored().margin();
            products += margin * pair.lengthDifference();
            scores += margin * margin;
            lengths += (double) pair.lengthDifference() * pair.lengthDifference();
        }
        return scores == 0 || lengths == 0 ? 0 : products / Math.sqrt(scores * lengths);
    }

    private static SequencedMap<String, PairwiseAccuracy> slices(
            List<EvaluatedPair> pairs, ClusterBootstrap bootstrap) {
        SequencedMap<String, PairwiseAccuracy> slices = new TreeMap<>();
        addSlices(
                slices,
                pairs,
                bootstrap,
                pair -> "language " + (pair.language() == null ? "unknown" : pair.language()));
        addSlices(slices, pairs, bootstrap, pair -> "K = " + pair.answers());
        return slices;
    }

    private static void addSlices(
            SequencedMap<String, PairwiseAccuracy> slices,
            List<EvaluatedPair> pairs,
            ClusterBootstrap bootstrap,
            Function<EvaluatedPair, String> name) {
        for (String slice : pairs.stream().map(name).distinct().toList()) {
            List<EvaluatedPair> members = pairs.stream()
                    .filter(pair -> name.apply(pair).equals(slice))
                    .toList();
            slices.put(slice, PairwiseAccuracy.of(scored(members), bootstrap));
        }
    }

    private static List<ScoredPair> scored(List<EvaluatedPair> pairs) {
        return pairs.stream().map(EvaluatedPair::scored).toList();
    }
}
