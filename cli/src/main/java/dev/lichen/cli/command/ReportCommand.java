package dev.lichen.cli.command;

import dev.lichen.cli.evaluate.LineSummary;
import dev.lichen.cli.evaluate.RunReport;
import dev.lichen.evaluation.report.Report;
import dev.lichen.evaluation.report.RunHeadline;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the page of a run's report again, or that of several runs side by side. */
@Command(
        name = "report",
        description = {
            "Write the page of a run's report from its report.json.",
            "With several runs, the page is the first one's, with the headlines of all side by side."
        },
        footer = {
            "",
            "Example:",
            "  lichen report runs/quickstart-1 runs/quickstart-2 runs/quickstart-3 --to runs/seeds"
        })
final class ReportCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "RUN", description = "Run folders with a report.json.")
    private List<Path> runs = List.of();

    @Option(names = "--to", paramLabel = "DIR", description = "Where to write (default: the first run's folder).")
    private @Nullable Path target;

    @Mixin
    private Printer printer = new Printer();

    @Override
    public Integer call() {
        Report report = RunReport.read(runs.getFirst());
        if (runs.size() > 1) {
            report = report.beside(runs.stream()
                    .map(run -> RunHeadline.of(run.toString(), RunReport.read(run)))
                    .toList());
        }
        Path folder = Folders.make(target == null ? runs.getFirst() : target);
        Path page = RunReport.writePage(folder, report);
        printer.print(LineSummary.of(report, page), report.headline().sentence() + "\n" + page);
        return 0;
    }
}
