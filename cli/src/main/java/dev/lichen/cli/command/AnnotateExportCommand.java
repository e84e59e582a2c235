package dev.lichen.cli.command;

import dev.lichen.annotation.errand.Errand;
import dev.lichen.annotation.errand.ErrandResult;
import dev.lichen.annotation.exchange.ExportKind;
import dev.lichen.datasets.files.FormulaPolicy;
import dev.lichen.datasets.format.Format;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the judgements of a project as records that a reward model can be trained on. */
@Command(
        name = "export",
        description = {
            "Write a project's judgements to a file: rankings, demonstrations or ratings.",
            "What the format has no place for is named and counted. The head that is printed gives the same file, byte by"
                    + " byte, at any later time with --as-of, unless somebody's words were erased. Annotators are named by"
                    + " pseudonym, and the export is recorded."
        },
        footer = {
            "",
            "Example:",
            "  lichen annotate export helpfulness --to rankings.jsonl",
            "  lichen annotate export helpfulness --to pairs.parquet --format trl-preference-conversational",
            "  lichen annotate export helpfulness --to table.csv.gz --format trl-preference",
            "  lichen annotate export helpfulness --to written.jsonl --kind DEMONSTRATIONS --format messages",
            "  lichen annotate export helpfulness --to ratings.json --kind RATINGS",
            "  lichen annotate export helpfulness --to then.jsonl --as-of 2026-01-31T12:00:00Z",
            "  lichen reward --set data.rankings=rankings.jsonl …",
            "",
            "lichen data formats lists the formats; one that cannot hold the records is refused. The file appears when all",
            "of it is written."
        })
final class AnnotateExportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PROJECT", description = "The project's name in addresses.")
    private String project = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE",
            description = "The file; its name says how it is held (.jsonl .json .csv .tsv .parquet, packed .gz .zst).")
    private Path file = Path.of("");

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ExportKind kind = ExportKind.RANKINGS;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = FormatConverter.class,
            completionCandidates = FormatConverter.Written.class,
            description = "The format to write (default: Lichen's own, which loses nothing).")
    private @Nullable Format format;

    @Option(
            names = "--as-of",
            paramLabel = "MOMENT",
            description = "Show a past moment: a head, the number of an event, or a time (default: now).")
    private @Nullable String asOf;

    @Option(
            names = "--keep-formulas",
            description =
                    "Leave texts in a .csv or .tsv as they are that a spreadsheet would run as formulas. Otherwise those"
                            + " that begin with = + - @ or a tab get an apostrophe, are counted, and are read back by Lichen without"
                            + " it.")
    private boolean keepFormulas;

    @Option(names = "--as", paramLabel = "LOGIN", description = "In whose name (default: the first owner).")
    private @Nullable String login;

    @Mixin
    private AnnotationDatabase database = new AnnotationDatabase();

    @Mixin
    private Printer printer = new Printer();

    @Override
    public Integer call() throws InterruptedException {
        String name = format == null ? null : format.name();
        FormulaPolicy formulas = keepFormulas ? FormulaPolicy.KEEP : FormulaPolicy.NEUTRALISE;
        Errand errand = new Errand.Export(
                project,
                new Errand.Wanted(kind, name, asOf, formulas),
                file.toAbsolutePath().toString(),
                login);
        ErrandResult result = database.run(errand, printer.errors());
        printer.print(result);
        return 0;
    }
}
