package dev.lichen.sft;

import dev.lichen.lm.transformer.CausalLanguageModel;
import dev.lichen.lm.transformer.PredictionSummary;
import dev.lichen.training.Metrics;

/**
 * Measures how well a model predicts held-out examples.
 *
 * @param model what is measured
 * @param examples held-out examples; if there are none, nothing is measured
 */
public record LearningEvaluation(CausalLanguageModel model, LearningSet examples) {

    /** Measures loss, accuracy and bits a byte. */
    public Metrics measure() {
        if (examples.size() == 0) {
            return Metrics.none();
        }
        PredictionSummary summary = model.predict(examples.sequences());
        return Metrics.of(LearningMetricNames.EVALUATION_LOSS, summary.loss())
                .with(LearningMetricNames.EVALUATION_ACCURACY, summary.accuracy())
                .with(
                        LearningMetricNames.EVALUATION_BITS_PER_BYTE,
                        BitsPerByte.of(-summary.logProbability(), Math.max(1, examples.bytes())))
                .with(LearningMetricNames.EVALUATION_TOKENS, (double) summary.tokens());
    }
}
