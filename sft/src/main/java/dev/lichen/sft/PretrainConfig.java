package dev.lichen.sft;

import dev.lichen.training.BatchShape;
import dev.lichen.training.OptimizerConfig;
import dev.lichen.training.RunConfig;
import dev.lichen.training.config.Doc;
import dev.lichen.training.config.Require;

/**
 * Sets a pretraining run.
 *
 * @param seed all random numbers derive from it, the weights of a new model too
 * @param start what it starts from
 * @param data what is learned
 * @param epochs passes over the data, positive
 * @param batch how sequences become batches
 * @param optimizer how weights follow gradients
 * @param run checkpoints and evaluations
 */
public record PretrainConfig(
        @Doc("seed that all random numbers derive from") long seed,

        @Doc("what it starts from") PretrainStart start,

        @Doc("what is learned") PretrainData data,

        @Doc("passes over the data, greater than 0") double epochs,

        @Doc("how sequences become batches") BatchShape batch,

        @Doc("how weights follow gradients") OptimizerConfig optimizer,

        @Doc("checkpoints and evaluations") RunConfig run) {

    public PretrainConfig {
        Require.positive("epochs", epochs);
    }

    /** Returns one epoch at a peak rate of 1e-3 over a new small model. */
    public static PretrainConfig defaults() {
        return new PretrainConfig(
                1,
                PretrainStart.defaults(),
                PretrainData.defaults(),
                1,
                BatchShape.defaults(),
                OptimizerConfig.of(1e-3),
                RunConfig.defaults());
    }
}
