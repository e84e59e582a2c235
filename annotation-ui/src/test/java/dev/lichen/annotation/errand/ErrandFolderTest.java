package dev.lichen.annotation.errand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.exchange.ExportKind;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.store.BackupArchive;
import dev.lichen.annotation.store.LedgerVerification;
import dev.lichen.datasets.files.FormulaPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Errands that a command leaves for the app that has the database open. */
class ErrandFolderTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path data;

    private final TestWorld world = TestWorld.on(TestDatabases.H2);
    private final AtomicBoolean running = new AtomicBoolean(true);
    private Project project;
    private Thread app;

    @BeforeEach
    void startTheApp() {
        project = world.project("p", TestWorld.plain(1));
        world.items(project, 6, 3);
        ErrandFolder folder = new ErrandFolder(data);
        Errands errands = new Errands(world.services());
        app = Thread.ofPlatform().start(() -> {
            while (running.get()) {
                folder.runAll(errands);
                Thread.onSpinWait();
            }
        });
    }

    @AfterEach
    void stopTheApp() throws InterruptedException {
        running.set(false);
        app.join();
        world.close();
    }

    @Test
    void chainIsProvedByTheAppItself() throws InterruptedException {
        ErrandResult result = ask(new Errand.Verify(null));
        assertEquals(
                world.services().ledger().head().hash(),
                result.values().path("head").asText());
        assertTrue(
                result.lines().getFirst().endsWith("judgements hold"),
                result.lines().toString());
    }

    @Test
    void failureIsToldByItsReason() {
        ErrandException refused = assertThrows(ErrandException.class, () -> ask(new Errand.Verify("f00")));
        assertTrue(refused.getMessage().contains("does not contain the head f00"), refused.getMessage());
    }

    @Test
    void backupIsWrittenWhilePeopleWork() throws InterruptedException {
        Path file = data.resolve("backup.zip");
        Account person = world.annotator(project);
        Thread work = Thread.ofPlatform().start(() -> {
            while (world.judgeNext(person, project)) {
                Thread.onSpinWait();
            }
        });
        ask(new Errand.Backup(file.toString()));
        work.join();
        LedgerVerification.Result restored = BackupArchive.restore(file, TestDatabases.H2.fresh());
        assertTrue(restored.holds(), restored.fault());
    }

    @Test
    void exportAsOfAPastMomentIsTheSameAgain() throws InterruptedException, IOException {
        Account person = world.annotator(project);
        world.judgeNext(person, project);
        Path then = data.resolve("then.jsonl");
        Path again = data.resolve("again.jsonl");
        String head = ask(export(then, null)).values().path("head").asText();
        String number = ask(export(data.resolve("other.jsonl"), head))
                .values()
                .path("seq")
                .asText();
        world.judgeNext(person, project);
        ask(export(again, number));
        assertEquals(Files.readString(then), Files.readString(again));
        String time = world.services().ledger().now().toString();
        world.clock().advance(Duration.ofHours(1));
        Path before = data.resolve("before.jsonl");
        ask(export(before, time));
        world.judgeNext(person, project);
        ask(export(again, time));
        assertEquals(Files.readString(before), Files.readString(again));
        assertEquals(2, Files.readAllLines(again).size());
    }

    @Test
    void projectThatIsNotThereIsNamedBesideThoseThatAre() {
        Errand wrong = new Errand.Export(
                "q", new Errand.Wanted(ExportKind.RANKINGS, null, null, FormulaPolicy.NEUTRALISE), "x.jsonl", null);
        ErrandException refused = assertThrows(ErrandException.class, () -> ask(wrong));
        assertEquals("No project q: expected one of [p]", refused.getMessage());
    }

    @Test
    void errandThatNoAppTakesIsGivenUp() throws InterruptedException {
        running.set(false);
        app.join();
        ErrandException refused = assertThrows(
                ErrandException.class,
                () -> new ErrandFolder(data).ask(new Errand.Verify(null), Duration.ZERO, () -> {}));
        assertTrue(refused.getMessage().contains("does not answer"), refused.getMessage());
    }

    private Errand export(Path file, String asOf) {
        return new Errand.Export(
                "p",
                new Errand.Wanted(ExportKind.RANKINGS, null, asOf, FormulaPolicy.NEUTRALISE),
                file.toString(),
                null);
    }

    private ErrandResult ask(Errand errand) throws InterruptedException {
        return new ErrandFolder(data).ask(errand, PATIENCE, () -> {});
    }
}
