package dev.lichen.rewardmodel;

import dev.lichen.lm.tokenizer.MaskedTokens;
import dev.lichen.lm.transformer.ScalarModel;
import dev.lichen.lm.transformer.ScalarPass;
import dev.lichen.training.Batch;
import dev.lichen.training.BatchPlan;
import dev.lichen.training.GradientStep;
import dev.lichen.training.Metrics;
import dev.lichen.training.MicroBatch;
import dev.lichen.training.StepFunction;
import java.util.List;

/** Teaches a scalar model to score answers as people ranked them, some rankings a step, one forward pass an answer. */
public final class RewardTrainer implements StepFunction {

    private final ScalarModel model;
    private final List<RewardExample> examples;
    private final BatchPlan plan;
    private final RewardLoss loss;
    private final GradientStep gradientStep;

    /**
     * Puts the parts together.
     *
     * @param model what learns
     * @param examples the rankings
     * @param plan which rankings at which step; over the tokens of each ranking's answers
     * @param loss of one ranking
     * @param gradientStep changes the model's weights
     */
    public RewardTrainer(
            ScalarModel model,
            List<RewardExample> examples,
            BatchPlan plan,
            RewardLoss loss,
            GradientStep gradientStep) {
        this.model = model;
        this.examples = List.copyOf(examples);
        this.plan = plan;
        this.loss = loss;
        this.gradientStep = gradientStep;
    }

    @Override
    public Metrics train(long stepsDone) {
        Batch batch = plan.batch(stepsDone);
        RewardStatistics statistics = RewardStatistics.none();
        for (MicroBatch part : batch.microBatches()) {
            statistics = statistics.plus(learn(part, batch.size()));
        }
        GradientStep.Update update = gradientStep.apply(stepsDone);
        return Metrics.of(RewardMetricNames.LOSS, statistics.meanLoss())
                .with(RewardMetricNames.ACCURACY, statistics.accuracy())
                .with(RewardMetricNames.MARGIN, statistics.meanMargin())
                .with(RewardMetricNames.SCORE, statistics.meanScore())
                .with(RewardMetricNames.PAIRS, (double) statistics.pairs())
                .with(RewardMetricNames.EPOCH, (stepsDone + 1.0) / plan.batchesPerEpoch())
                .with(RewardMetricNames.LEARNING_RATE, update.learningRate())
                .with(RewardMetricNames.GRADIENT_NORM, update.gradientNorm());
    }

    private RewardStatistics learn(MicroBatch part, int stepRankings) {
        List<RewardExample> chosen = part.examples().stream().map(examples::get).toList();
        List<MaskedTokens> sequences =
                chosen.stream().flatMap(example -> example.sequences().stream()).toList();
        try (ScalarPass pass = model.forward(sequences)) {
            RewardPart result = RewardPart.of(
                    loss, chosen.stream().map(RewardExample::ranking).toList(), pass.values(), stepRankings);
            pass.backward(result.gradient().gradientAsFloats());
            return result.statistics();
        }
    }
}
