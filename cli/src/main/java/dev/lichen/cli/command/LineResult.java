package dev.lichen.cli.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lichen.cli.evaluate.LineSummary;
import dev.lichen.cli.evaluate.RunReport;
import dev.lichen.cli.pipeline.LineFolders;
import dev.lichen.training.Outcome;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Says how a line of stages ended.
 *
 * @param run the line's folder
 * @param state {@code done} or {@code interrupted}
 * @param model the aligned model's folder, absent if the line was interrupted
 * @param summary what the report says, absent if the line was interrupted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LineResult(
        String run,
        String state,
        @Nullable String model,
        @Nullable LineSummary summary) {

    static LineResult of(LineFolders folders, Outcome outcome) {
        String state = outcome.name().toLowerCase(Locale.ROOT);
        if (outcome == Outcome.INTERRUPTED) {
            return new LineResult(folders.root().toString(), state, null, null);
        }
        LineSummary summary =
                LineSummary.of(RunReport.read(folders.root()), folders.root().resolve("report.html"));
        return new LineResult(
                folders.root().toString(), state, folders.model("ppo").toString(), summary);
    }

    String text() {
        if (summary == null) {
            return run + ": stopped as asked; the same command goes on";
        }
        TextTable table = new TextTable(summary.finding(), "");
        summary.rows().forEach(row -> table.row(row.getFirst(), row.getLast()));
        return "%s%n%n%s%n%nmodel   %s%nreport  %s".formatted(table.text(), summary.verdict(), model, summary.report());
    }
}
