package dev.lichen.annotation.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.project.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BackupTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"H2,H2", "H2,POSTGRESQL", "POSTGRESQL,H2", "POSTGRESQL,POSTGRESQL"})
    void restoredDatabaseIsTheOneThatWasBackedUp(TestDatabases from, TestDatabases to) throws IOException {
        Path archive = folder.resolve("backup.zip");
        DatabaseSettings target = to.fresh();
        try (TestWorld world = TestWorld.on(from)) {
            Project project = world.project("p", TestWorld.plain(2));
            world.items(project, 3, 3);
            Account person = world.annotator(project);
            world.judgeNext(person, project);
            assertTrue(world.services().queue().next(person.id(), project.id()).isPresent());
            BackupArchive.write(world.services().database(), archive);
            LedgerVerification.Result restored = BackupArchive.restore(archive, target);
            assertEquals(world.services().ledger().head(), restored.head());
        }
        Path again = folder.resolve("again.zip");
        try (TestWorld world = TestWorld.on(target)) {
            BackupArchive.write(world.services().database(), again);
            assertTrue(world.services()
                    .signIn()
                    .authenticate("owner", TestWorld.PASSWORD)
                    .isPresent());
            Project project = world.services().projects().find("p").orElseThrow();
            assertTrue(world.judgeNext(world.annotator(project), project));
        }
        assertEquals(contents(archive), contents(again));
    }

    @ParameterizedTest
    @EnumSource
    void backupWhilePeopleWorkShowsOneMoment(TestDatabases databases) throws InterruptedException {
        Path archive = folder.resolve("backup.zip");
        DatabaseSettings target = TestDatabases.H2.fresh();
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(2));
            world.items(project, 400, 2);
            Account person = world.annotator(project);
            AtomicBoolean stop = new AtomicBoolean();
            Thread working = new Thread(() -> {
                while (!stop.get()) {
                    world.judgeNext(person, project);
                }
            });
            working.start();
            BackupArchive.write(world.services().database(), archive);
            stop.set(true);
            working.join();
        }
        assertTrue(BackupArchive.restore(archive, target).holds());
        try (Database database = Database.open(target)) {
            long wrong = database.jdbc()
                    .sql("select count(*) from item i where open_slots + (select count(*) from assignment a"
                            + " where a.item_id = i.id) <> overlap_target")
                    .query(Long.class)
                    .single();
            assertEquals(0, wrong);
        }
    }

    @ParameterizedTest
    @EnumSource
    void databaseInUseIsNotOverwritten(TestDatabases databases) {
        Path archive = folder.resolve("backup.zip");
        DatabaseSettings settings = databases.fresh();
        try (TestWorld world = TestWorld.on(settings)) {
            BackupArchive.write(world.services().database(), archive);
            DatabaseException refused =
                    assertThrows(DatabaseException.class, () -> BackupArchive.restore(archive, settings));
            assertEquals("Cannot restore: the database has 1 accounts, expected an empty one", refused.getMessage());
        }
    }

    private static String contents(Path archive) throws IOException {
        StringBuilder all = new StringBuilder();
        try (var zip = new ZipFile(archive.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                all.append(entry.getName()).append('\n');
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertTrue(Files.size(archive) > 0);
        return all.toString();
    }
}
