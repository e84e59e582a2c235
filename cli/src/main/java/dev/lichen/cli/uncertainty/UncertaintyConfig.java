package dev.lichen.cli.uncertainty;

import dev.lichen.training.config.Doc;
import java.nio.file.Path;

/**
 * Names what is scored.
 *
 * @param model the folder of a reward model
 * @param items a file of prompts with two or more answers each; an order that they have is not looked at
 */
public record UncertaintyConfig(
        @Doc("folder of the reward model") Path model,

        @Doc("file of prompts with two or more answers each")
        Path items) {

    /** Returns the model and the items of the usual folders. */
    public static UncertaintyConfig defaults() {
        return new UncertaintyConfig(Path.of("models/reward"), Path.of("data/items.jsonl"));
    }
}
