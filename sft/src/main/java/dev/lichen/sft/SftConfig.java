package dev.lichen.sft;

import dev.lichen.training.BatchShape;
import dev.lichen.training.OptimizerConfig;
import dev.lichen.training.RunConfig;
import dev.lichen.training.config.Doc;
import dev.lichen.training.config.Require;
import java.nio.file.Path;

/**
 * Sets a fine-tuning run.
 *
 * @param seed all random numbers derive from it
 * @param model the folder of the model to start from
 * @param data what is learned
 * @param epochs passes over the data, positive
 * @param batch how examples become batches
 * @param optimizer how weights follow gradients
 * @param run checkpoints and evaluations
 */
public record SftConfig(
        @Doc("seed that all random numbers derive from") long seed,

        @Doc("folder of the model to start from") Path model,

        @Doc("what is learned") SftData data,

        @Doc("passes over the data, greater than 0") double epochs,

        @Doc("how examples become batches") BatchShape batch,

        @Doc("how weights follow gradients") OptimizerConfig optimizer,

        @Doc("checkpoints and evaluations") RunConfig run) {

    public SftConfig {
        Require.positive("epochs", epochs);
    }

    /** Returns two epochs at a peak rate of 1e-5 from the model in {@code models/base}. */
    public static SftConfig defaults() {
        return new SftConfig(
                1,
                Path.of("models/base"),
                SftData.defaults(),
                2,
                BatchShape.defaults(),
                OptimizerConfig.of(1e-5),
                RunConfig.defaults());
    }
}
