package dev.lichen.rewardmodel;

import dev.lichen.training.BatchShape;
import dev.lichen.training.OptimizerConfig;
import dev.lichen.training.RunConfig;
import dev.lichen.training.config.Doc;
import dev.lichen.training.config.Require;
import java.nio.file.Path;

/**
 * Sets a run that trains a reward model.
 *
 * @param seed all random numbers derive from it, the weights of the new head too
 * @param model the folder of the language model to start from, best the fine-tuned one
 * @param data what is learned
 * @param objective what is taught
 * @param epochs passes over the data, positive; one is usual, for scores overfit quickly
 * @param batch how rankings become batches; a ranking with its K answers is one element
 * @param optimizer how weights follow gradients
 * @param run checkpoints and evaluations
 */
public record RewardConfig(
        @Doc("seed that all random numbers derive from") long seed,

        @Doc("folder of the language model to start from, best the fine-tuned one")
        Path model,

        @Doc("what is learned") RewardData data,

        @Doc("what is taught") RewardObjective objective,

        @Doc("passes over the data, greater than 0; one is usual, for scores overfit quickly")
        double epochs,

        @Doc("how rankings become batches; a ranking with its K answers is one element")
        BatchShape batch,

        @Doc("how weights follow gradients") OptimizerConfig optimizer,

        @Doc("checkpoints and evaluations") RunConfig run) {

    public RewardConfig {
        Require.positive("epochs", epochs);
    }

    /** Returns one epoch at a peak rate of 1e-5 from the model in {@code models/sft}. */
    public static RewardConfig defaults() {
        return new RewardConfig(
                1,
                Path.of("models/sft"),
                RewardData.defaults(),
                RewardObjective.defaults(),
                1,
                BatchShape.defaults(),
                OptimizerConfig.of(1e-5),
                RunConfig.defaults());
    }
}
