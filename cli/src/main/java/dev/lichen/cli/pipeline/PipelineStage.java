package dev.lichen.cli.pipeline;

import dev.lichen.training.Outcome;
import java.util.function.Supplier;

/**
 * One stage of a line.
 *
 * @param name its name in {@code stages.json}
 * @param work does it, or what is left of it after an interruption
 */
public record PipelineStage(String name, Supplier<Outcome> work) {

    /** Returns a stage that nothing interrupts; after a kill it is done again from its beginning. */
    public static PipelineStage whole(String name, Runnable work) {
        return new PipelineStage(name, () -> {
            work.run();
            return Outcome.DONE;
        });
    }
}
