package dev.lichen.cli.command;

import dev.lichen.annotation.errand.Errand;
import dev.lichen.annotation.errand.ErrandResult;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes everything that the annotation app knows to one file. */
@Command(
        name = "backup",
        description = {
            "Write the whole database to one file, as of one moment, while people work.",
            "The file holds the hashes of passwords and the keys of free text: keep it as safely as the database."
        },
        footer = {"", "Example:", "  lichen annotate backup --to monday.zip"})
final class AnnotateBackupCommand implements Callable<Integer> {

    @Option(names = "--to", required = true, paramLabel = "FILE", description = "The file to write.")
    private Path file = Path.of("");

    @Mixin
    private AnnotationDatabase database = new AnnotationDatabase();

    @Mixin
    private Printer printer = new Printer();

    @Override
    public Integer call() throws InterruptedException {
        ErrandResult result =
                database.run(new Errand.Backup(file.toAbsolutePath().toString()), printer.errors());
        printer.print(result);
        return 0;
    }
}
