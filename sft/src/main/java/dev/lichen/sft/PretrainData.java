package dev.lichen.sft;

import dev.lichen.training.config.Doc;
import dev.lichen.training.config.Require;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Sets the text that a base model learns from.
 *
 * @param text JSON lines, each an object with a field {@code text}
 * @param validation held-out text of the same form; without it nothing is measured beside the training loss
 * @param maximumTokens the longest sequence; longer texts become several
 */
public record PretrainData(
        @Doc("JSON lines, each an object with a field \"text\"")
        Path text,

        @Doc("held-out text of the same form; without it only the training loss is measured") @Nullable
        Path validation,

        @Doc("longest sequence in tokens; longer texts become several")
        int maximumTokens) {

    public PretrainData {
        Require.atLeast("maximumTokens", maximumTokens, 2);
    }

    /** Returns a file in the folder {@code data}, in sequences of 512 tokens. */
    public static PretrainData defaults() {
        return new PretrainData(Path.of("data/text.jsonl"), null, 512);
    }
}
