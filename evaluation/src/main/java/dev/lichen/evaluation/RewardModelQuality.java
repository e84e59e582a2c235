package dev.lichen.evaluation;

import dev.lichen.rewardmodel.RewardEvaluation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a reward model from pairs that it was not trained on, in the form the report holds it.
 *
 * @param name the model, as {@code reward-model}
 * @param accuracy the share of held-out pairs it orders as the annotators did, ties of its scores counted half
 * @param calibrationError the expected calibration error: the mean of |observed − predicted| over the pairs
 * @param reliability the groups of pairs behind the calibration error
 * @param slices the accuracy on parts of the pairs: a language, a number of answers
 * @param scores what its scores are like
 */
public record RewardModelQuality(
        String name,
        Measured accuracy,
        Measured calibrationError,
        List<ReliabilityBin> reliability,
        List<SliceAccuracy> slices,
        Scores scores) {

    /** The accuracy of a coin. */
    public static final double CHANCE = 0.5;

    public RewardModelQuality {
        reliability = List.copyOf(reliability);
        slices = List.copyOf(slices);
    }

    /**
     * Takes an evaluation of a reward model into the report.
     *
     * @param name the model's name
     * @param evaluation on pairs that it was not trained on
     * @param demonstrationMean the mean score of demonstrations, null if not measured
     */
    public static RewardModelQuality of(String name, RewardEvaluation evaluation, @Nullable Double demonstrationMean) {
        return new RewardModelQuality(
                name,
                Measured.of(evaluation.accuracy().accuracy()),
                Measured.of(evaluation.calibration().error()),
                evaluation.calibration().bins().stream()
                        .map(bin -> new ReliabilityBin(bin.confidence(), bin.accuracy(), bin.n()))
                        .toList(),
                evaluation.slices().entrySet().stream()
                        .map(slice -> new SliceAccuracy(
                                slice.getKey(), Measured.of(slice.getValue().accuracy())))
                        .toList(),
                new Scores(
                        finite(evaluation.loss()),
                        finite(evaluation.temperature()),
                        finite(evaluation.lengthCorrelation()),
                        demonstrationMean));
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    /** Says where the accuracy's interval lies beside {@link #CHANCE}: only {@code ABOVE} is a working model. */
    public Measured.Side besideChance() {
        return accuracy.sideOf(CHANCE);
    }

    /**
     * The accuracy on some of the pairs.
     *
     * @param slice which pairs
     * @param accuracy their accuracy
     */
    public record SliceAccuracy(String slice, Measured accuracy) {}

    /**
     * What the model's scores are like; a value that is not known is null.
     *
     * @param loss the mean of −log σ(Δ), nats a pair
     * @param temperature the T for which σ(Δ/T) fits best, above 1 for an over-confident model
     * @param lengthCorrelation of score and length, in [−1, 1]
     * @param demonstrationMean the mean score of demonstrations, 0 after normalisation
     */
    public record Scores(
            @Nullable Double loss,
            @Nullable Double temperature,
            @Nullable Double lengthCorrelation,
            @Nullable Double demonstrationMean) {}
}
