package dev.lichen.cli.command;

import dev.lichen.cli.data.InspectionPage;
import dev.lichen.cli.data.PageFiles;
import dev.lichen.datasets.inspection.DatasetInspector;
import dev.lichen.datasets.inspection.DatasetSummary;
import dev.lichen.datasets.inspection.Inspection;
import dev.lichen.lm.tokenizer.HuggingFaceTokenizer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Describes data files of any known format. */
@Command(
        name = "inspect",
        description = {
            "Say what is in data files: format, counts, languages, turns, K, ties, lengths, duplicates, problems.",
            "Records whose language is not declared get it identified. Near duplicates share most of their runs of three"
                    + " words (Chinese characters); each that is reported was compared exactly."
        },
        footer = {
            "",
            "Example:",
            "  lichen data inspect harmless-base-test.jsonl.gz --json",
            "  lichen data inspect sft.jsonl --model models/smollm2 --html sft.html",
            "  lichen data inspect train.jsonl --against test.jsonl",
            "  lichen data inspect scraped.jsonl --from sharegpt --on-bad-record skip"
        })
final class DataInspectCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Data files of any known format.")
    private List<Path> files = List.of();

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = "Also give lengths in tokens of this model (its tokenizer.json is read, nothing else).")
    private @Nullable Path model;

    @Option(names = "--against", paramLabel = "FILE", description = "Also look for prompts that this file has too.")
    private @Nullable Path against;

    @Option(
            names = "--near",
            defaultValue = "0.8",
            paramLabel = "SHARE",
            description = "Near duplicates share so much of their runs of three words (default: ${DEFAULT-VALUE}).")
    private double threshold;

    @Option(names = "--html", paramLabel = "FILE", description = "Also write a page with plots.")
    private @Nullable Path page;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private Printer printer = new Printer();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new ParameterException(spec.commandLine(), "--near must be above 0 and at most 1, was " + threshold);
        }
        List<DatasetSummary> summaries = model == null ? inspect(null) : inspectWithTokens(model);
        if (page != null) {
            PageFiles.write(page, InspectionPage.render(summaries));
        }
        printer.print(
                summaries, summaries.stream().map(DataInspectCommand::table).collect(Collectors.joining("\n\n")));
        return 0;
    }

    private List<DatasetSummary> inspectWithTokens(Path folder) {
        try (HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.open(folder)) {
            return inspect(text -> tokenizer.encode(text).size());
        }
    }

    private List<DatasetSummary> inspect(@Nullable ToIntFunction<String> tokens) {
        List<DatasetSummary> summaries = new ArrayList<>();
        for (Path file : files) {
            var progress = new ReadingProgress("inspect " + file, printer.errors(), Clock.systemUTC());
            Path other = file.equals(against) ? null : against;
            summaries.add(
                    DatasetInspector.inspect(file, new Inspection(tokens, other, threshold, reading.with(progress))));
        }
        return summaries;
    }

    private static String table(DatasetSummary summary) {
        List<DatasetSummary.Row> rows = summary.rows();
        TextTable table = new TextTable(rows.getFirst().name(), rows.getFirst().value());
        rows.stream().skip(1).forEach(row -> table.row(row.name(), row.value()));
        return table.text();
    }
}
