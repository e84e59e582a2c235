package dev.lichen.cli.command;

import dev.lichen.annotation.errand.ErrandResult;
import dev.lichen.annotation.errand.Errands;
import dev.lichen.annotation.store.BackupArchive;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fills an empty database with a backup. */
@Command(
        name = "restore",
        description = {
            "Fill an empty database, embedded or PostgreSQL, with a backup of either, and check its chain.",
            "This also moves an installation from one kind of database to the other."
        },
        footer = {
            "",
            "Example:",
            "  lichen annotate restore --from monday.zip --data annotations-again",
            "  lichen annotate restore --from monday.zip --database 'jdbc:postgresql://HOST/NAME?user=…'"
        })
final class AnnotateRestoreCommand implements Callable<Integer> {

    @Option(names = "--from", required = true, paramLabel = "FILE", description = "A file that backup wrote.")
    private Path file = Path.of("");

    @Mixin
    private AnnotationDatabase database = new AnnotationDatabase();

    @Mixin
    private Printer printer = new Printer();

    @Override
    public Integer call() {
        ErrandResult result = Errands.result(BackupArchive.restore(file, database.settings()));
        printer.print(result.values(), "Restored: " + String.join("\n", result.lines()));
        return 0;
    }
}
