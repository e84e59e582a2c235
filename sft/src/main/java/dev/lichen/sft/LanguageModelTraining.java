package dev.lichen.sft;

import dev.lichen.lm.checkpoint.AtomicWrite;
import dev.lichen.lm.checkpoint.HuggingFaceConfig;
import dev.lichen.lm.checkpoint.ModelContents;
import dev.lichen.lm.checkpoint.ModelFolder;
import dev.lichen.lm.checkpoint.ModelKind;
import dev.lichen.lm.transformer.CausalLanguageModel;
import dev.lichen.training.AdamW;
import dev.lichen.training.BatchPlan;
import dev.lichen.training.BatchShape;
import dev.lichen.training.OptimizerConfig;
import dev.lichen.training.Outcome;
import dev.lichen.training.RandomStreams;
import dev.lichen.training.RunDirectory;
import dev.lichen.training.TrainedWeights;
import dev.lichen.training.stage.StageLoop;
import java.nio.file.Path;
import java.util.List;

/**
 * What pretraining and fine-tuning share: learn marked tokens, then write the model.
 *
 * @param seed the run's
 * @param epochs passes over the data
 * @param batch how examples become batches
 * @param optimizer how weights follow gradients
 * @param loop runs the steps
 */
record LanguageModelTraining(long seed, double epochs, BatchShape batch, OptimizerConfig optimizer, StageLoop loop) {

    private static final String PART = "model";

    /** Trains a model in place. */
    Outcome train(CausalLanguageModel model, LearningSet training, LearningSet validation) {
        List<Integer> lengths =
                training.sequences().stream().map(sequence -> sequence.size()).toList();
        BatchPlan plan = new BatchPlan(lengths, batch, new RandomStreams(seed));
        long steps = (long) Math.ceil(epochs * plan.batchesPerEpoch());
        LearningEvaluation evaluation = new LearningEvaluation(model, validation);
        try (AdamW adam = new AdamW(optimizer.adam(), model.parameters())) {
            SftTrainer trainer = new SftTrainer(model, training, plan, optimizer.gradientStep(adam, steps));
            return loop.run(
                    steps,
                    List.of(new TrainedWeights(PART, model.parameters(), adam)),
                    stepsDone -> evaluation.measure(),
                    listener -> trainer);
        }
    }

    /** Writes the trained model with the files that belong to it into the run folder. */
    static ModelFolder save(
            RunDirectory run, HuggingFaceConfig config, CausalLanguageModel model, AtomicWrite.PathWriter companions) {
        Path folder = run.modelFolder();
        ModelContents contents = ModelContents.of(
                        config, ModelKind.LANGUAGE_MODEL, model.parameters().source())
                .with(companions);
        return ModelFolder.write(folder, contents);
    }
}
