package dev.lichen.cli.pipeline;

import java.nio.file.Path;

/**
 * Names the files of a line of stages.
 *
 * @param root the line's folder
 */
public record LineFolders(Path root) {

    /** Returns the base model's text. */
    public Path text() {
        return data("text.jsonl");
    }

    /** Returns what fine-tuning imitates. */
    public Path demonstrations() {
        return data("demonstrations.jsonl");
    }

    /** Returns the prompts that training may use. */
    public Path trainingPrompts() {
        return data("prompts-training.jsonl");
    }

    /** Returns the prompts of the evaluation. */
    public Path heldOutPrompts() {
        return data("prompts-held-out.jsonl");
    }

    /** Returns what the reward model learns from. */
    public Path rankings() {
        return data("rankings.jsonl");
    }

    /** Returns what the reward model is measured on. */
    public Path heldOutRankings() {
        return data("rankings-held-out.jsonl");
    }

    /** Returns the folder of a new tokenizer. */
    public Path tokenizer() {
        return root.resolve("tokenizer");
    }

    /** Returns the run folder of a stage. */
    public Path stage(String name) {
        return root.resolve(name);
    }

    /** Returns the model that a stage made. */
    public Path model(String stage) {
        return stage(stage).resolve("model");
    }

    private Path data(String name) {
        return root.resolve("data").resolve(name);
    }
}
