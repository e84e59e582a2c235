package dev.lichen.cli.command;

import dev.lichen.annotation.AnnotationServices;
import dev.lichen.annotation.account.Passwords;
import dev.lichen.annotation.errand.Errand;
import dev.lichen.annotation.errand.ErrandException;
import dev.lichen.annotation.errand.ErrandFolder;
import dev.lichen.annotation.errand.ErrandResult;
import dev.lichen.annotation.errand.Errands;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.DatabaseInUseException;
import dev.lichen.annotation.store.DatabaseSettings;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Names the database of the annotation app, and does errands on it: here, or by the app that has it open. */
final class AnnotationDatabase {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the embedded database (default: ${DEFAULT-VALUE}); the app may be running on it.")
    private Path data = Path.of("annotations");

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "PostgreSQL instead: jdbc:postgresql://HOST/NAME?user=…")
    private @Nullable String database;

    DatabaseSettings settings() {
        return database == null ? DatabaseSettings.embedded(data) : DatabaseSettings.server(database);
    }

    /** Does an errand on a database that must be there. */
    ErrandResult run(Errand errand, PrintWriter errors) throws InterruptedException {
        RowCount progress = new RowCount(errors, Clock.systemUTC());
        if (database == null && !Files.exists(data.resolve("annotations.mv.db"))) {
            throw new ErrandException(
                    "No database in " + data + ": expected the folder of lichen annotate (--data), or" + " --database");
        }
        try (Database open = Database.open(settings())) {
            return new Errands(services(open)).run(errand, progress::rows);
        } catch (DatabaseInUseException running) {
            return new ErrandFolder(data).ask(errand, PATIENCE, progress::waiting);
        }
    }

    static AnnotationServices services(Database open) {
        return new AnnotationServices(
                open,
                new AnnotationServices.Environment(
                        Clock.systemUTC(), new SecureRandom(), Passwords.USUAL_STRENGTH, "command"));
    }
}
