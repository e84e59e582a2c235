package dev.lichen.cli.quickstart;

import java.nio.file.Path;

/**
 * Names the files of a quickstart run.
 *
 * @param root the run's folder
 */
public record QuickstartFolders(Path root) {

    Path text() {
        return data("text.jsonl");
    }

    Path demonstrations() {
        return data("demonstrations.jsonl");
    }

    Path trainingPrompts() {
        return data("prompts-training.jsonl");
    }

    Path heldOutPrompts() {
        return data("prompts-held-out.jsonl");
    }

    Path rankings() {
        return data("rankings.jsonl");
    }

    Path heldOutRankings() {
        return data("rankings-held-out.jsonl");
    }

    Path tokenizer() {
        return root.resolve("tokenizer");
    }

    /** Returns the run folder of a stage. */
    Path stage(String name) {
        return root.resolve(name);
    }

    /** Returns the model that a stage made. */
    Path model(String stage) {
        return stage(stage).resolve("model");
    }

    private Path data(String name) {
        return root.resolve("data").resolve(name);
    }
}
