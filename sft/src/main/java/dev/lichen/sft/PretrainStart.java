package dev.lichen.sft;

import dev.lichen.training.config.Doc;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Sets what pretraining starts from: a model, or a tokenizer and a shape to be filled with random weights.
 *
 * @param model the folder of a model to go on with; without it a new model is made
 * @param tokenizer the folder of a new model's tokenizer
 * @param shape a new model's sizes
 */
public record PretrainStart(
        @Doc("folder of a model to go on with; without it a new model is made") @Nullable
        Path model,

        @Doc("folder of a new model's tokenizer") Path tokenizer,

        @Doc("sizes of a new model") ModelShape shape) {

    /** Returns a new small model with the tokenizer in {@code models/tokenizer}. */
    public static PretrainStart defaults() {
        return new PretrainStart(null, Path.of("models/tokenizer"), ModelShape.defaults());
    }
}
