package dev.lichen.cli.command;

import dev.lichen.annotation.errand.Errand;
import dev.lichen.annotation.errand.ErrandResult;
import dev.lichen.annotation.errand.Errands;
import dev.lichen.annotation.store.BackupArchive;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.DatabaseSettings;
import dev.lichen.cli.bench.ScratchFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Proves that no judgement was changed, taken away or slipped in. */
@Command(
        name = "verify",
        description = {
            "Prove that no judgement was changed, taken away or slipped in: check the chain of hashes over every event.",
            "Keep the head that it prints. A chain that was cut at its end, or written anew as a whole, is found by a head"
                    + " that was kept (--head)."
        },
        footer = {
            "",
            "Example:",
            "  lichen annotate verify",
            "  lichen annotate verify --data annotations --head 5f1c…",
            "  lichen annotate verify --backup monday.zip"
        })
final class AnnotateVerifyCommand implements Callable<Integer> {

    @Option(
            names = "--head",
            paramLabel = "HASH",
            description = "A head that was noted before and must still be there.")
    private @Nullable String head;

    @Option(names = "--backup", paramLabel = "FILE", description = "Check a backup instead of a database.")
    private @Nullable Path backup;

    @Mixin
    private AnnotationDatabase database = new AnnotationDatabase();

    @Mixin
    private Printer printer = new Printer();

    @Override
    public Integer call() throws InterruptedException {
        ErrandResult result =
                backup == null ? database.run(new Errand.Verify(head), printer.errors()) : verified(backup);
        printer.print(result);
        return 0;
    }

    /** A backup is restored into a folder of its own, checked there, and removed. */
    private ErrandResult verified(Path archive) {
        return ScratchFolder.with(folder -> {
            DatabaseSettings settings = DatabaseSettings.embedded(folder);
            BackupArchive.restore(archive, settings);
            try (Database restored = Database.open(settings)) {
                RowCount progress = new RowCount(printer.errors(), Clock.systemUTC());
                return Errands.result(
                        AnnotationDatabase.services(restored).verification().verify(head, progress::rows));
            }
        });
    }
}
