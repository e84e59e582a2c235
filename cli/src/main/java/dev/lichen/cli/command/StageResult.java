package dev.lichen.cli.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lichen.training.Outcome;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Says how a stage ended.
 *
 * @param run the run folder
 * @param state {@code done} or {@code interrupted}
 * @param model the resulting model's folder, absent if the stage was interrupted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StageResult(String run, String state, @Nullable String model) {

    static StageResult of(Path folder, Outcome outcome) {
        String model = outcome == Outcome.DONE ? folder.resolve("model").toString() : null;
        return new StageResult(folder.toString(), outcome.name().toLowerCase(Locale.ROOT), model);
    }

    String text() {
        return model == null
                ? "%s: stopped as asked; the same command with --resume goes on".formatted(run)
                : "%s: done; the model is in %s".formatted(run, model);
    }
}
