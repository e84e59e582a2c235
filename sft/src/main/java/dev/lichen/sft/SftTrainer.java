package dev.lichen.sft;

import dev.lichen.lm.tokenizer.MaskedTokens;
import dev.lichen.lm.transformer.CausalLanguageModel;
import dev.lichen.training.Batch;
import dev.lichen.training.BatchPlan;
import dev.lichen.training.GradientStep;
import dev.lichen.training.Metrics;
import dev.lichen.training.MicroBatch;
import dev.lichen.training.StepFunction;
import java.util.List;

/** Teaches a language model the marked tokens of its examples, one batch a step. */
public final class SftTrainer implements StepFunction {

    private final CausalLanguageModel model;
    private final LearningSet examples;
    private final BatchPlan plan;
    private final GradientStep gradientStep;

    /**
     * Puts the parts together.
     *
     * @param model what learns
     * @param examples what is learned
     * @param plan which examples at which step; over the examples' lengths
     * @param gradientStep changes the model's weights
     */
    public SftTrainer(CausalLanguageModel model, LearningSet examples, BatchPlan plan, GradientStep gradientStep) {
        this.model = model;
        this.examples = examples;
        this.plan = plan;
        this.gradientStep = gradientStep;
    }

    @Override
    public Metrics train(long stepsDone) {
        Batch batch = plan.batch(stepsDone);
        List<MaskedTokens> sequences = examples.sequences(batch.examples());
        SftLoss loss = new SftLoss(learned(sequences));
        double mean = 0;
        for (MicroBatch part : batch.microBatches()) {
            mean += learn(examples.sequences(part.examples()), loss);
        }
        GradientStep.Update update = gradientStep.apply(stepsDone);
        return Metrics.of(LearningMetricNames.LOSS, mean)
                .with(LearningMetricNames.LEARNED_TOKENS, (double) loss.learnedTokens())
                .with(LearningMetricNames.TOKENS, (double) tokens(sequences))
                .with(LearningMetricNames.EPOCH, (stepsDone + 1.0) / plan.batchesPerEpoch())
                .with(LearningMetricNames.LEARNING_RATE, update.learningRate())
                .with(LearningMetricNames.GRADIENT_NORM, update.gradientNorm());
    }

    private double learn(List<MaskedTokens> sequences, SftLoss loss) {
        float[] gradient = loss.gradient(learned(sequences));
        return loss.share(model.accumulate(sequences, gradient).logProbabilities());
    }

    private static int learned(List<MaskedTokens> sequences) {
        return sequences.stream().mapToInt(sequence -> sequence.mask().count()).sum();
    }

    private static long tokens(List<MaskedTokens> sequences) {
        return sequences.stream().mapToLong(MaskedTokens::size).sum();
    }
}
