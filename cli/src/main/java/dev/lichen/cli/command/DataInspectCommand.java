package dev.lichen.cli.command;

import dev.lichen.datasets.inspection.DatasetInspector;
import dev.lichen.datasets.inspection.DatasetSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Describes data files of any known format. */
@Command(
        name = "inspect",
        description = "Say what is in data files: format, counts, languages, lengths, duplicates, ties.",
        footer = {"", "Example:", "  lichen data inspect harmless-base-test.jsonl.gz --json"})
final class DataInspectCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "JSON lines or a JSON array, gzip or not.")
    private List<Path> files = List.of();

    @Mixin
    private Printer printer = new Printer();

    @Override
    public Integer call() {
        List<DatasetSummary> summaries = new ArrayList<>();
        files.forEach(file -> summaries.add(DatasetInspector.inspect(file)));
        printer.print(
                summaries, summaries.stream().map(DataInspectCommand::table).collect(Collectors.joining("\n\n")));
        return 0;
    }

    private static String table(DatasetSummary summary) {
        List<DatasetSummary.Row> rows = summary.rows();
        TextTable table = new TextTable(rows.getFirst().name(), rows.getFirst().value());
        rows.stream().skip(1).forEach(row -> table.row(row.name(), row.value()));
        return table.text();
    }
}
