package dev.lichen.cli.command;

import dev.lichen.annotation.errand.Errand;
import dev.lichen.annotation.errand.ErrandResult;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings the items of a data file into a project. */
@Command(
        name = "import",
        description = {
            "Bring prompts with their answers into a project, to be ranked; all of the file or nothing. Of a file of prompts"
                    + " without answers, people write them.",
            "Any format of rankings is read, the exports of Argilla, Label Studio and potato among them, in JSON lines, JSON,"
                    + " CSV, TSV or Parquet, plain or packed by gzip or zstd; the file is recognised by its content. The"
                    + " orders in it are left, or kept as judgements of their annotators with --judgements. The same file"
                    + " twice is refused, items that are there are counted and left out, and answers that name a model are"
                    + " held until somebody has looked."
        },
        footer = {
            "",
            "Example:",
            "  lichen annotate import helpfulness answers.jsonl --create",
            "  lichen annotate import helpfulness prompts.csv",
            "  lichen annotate import helpfulness argilla-export.json --judgements",
            "  lichen annotate import copy exported.parquet --create --judgements --data other",
            "",
            "lichen data formats lists the formats."
        })
final class AnnotateImportCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "PROJECT", description = "The project's name in addresses.")
    private String project = "";

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "A data file of any known format of rankings or prompts.")
    private Path file = Path.of("");

    @Option(names = "--create", description = "Make the project if there is none.")
    private boolean create;

    @Option(names = "--judgements", description = "Keep the orders in the file as judgements of their annotators.")
    private boolean judgements;

    @Option(names = "--as", paramLabel = "LOGIN", description = "In whose name (default: the first owner).")
    private @Nullable String login;

    @Mixin
    private AnnotationDatabase database = new AnnotationDatabase();

    @Mixin
    private Printer printer = new Printer();

    @Override
    public Integer call() throws InterruptedException {
        Errand errand = new Errand.Import(project, file.toAbsolutePath().toString(), create, judgements, login);
        ErrandResult result = database.run(errand, printer.errors());
        printer.print(result);
        return 0;
    }
}
