package dev.lichen.annotation.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.exchange.ExportKind;
import dev.lichen.annotation.exchange.ExportRequest;
import dev.lichen.annotation.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

class FullDiskTest {

    private static final int BEFORE = 3;

    @TempDir
    Path folder;

    @BeforeEach
    void makeTheDisk() {
        FullDisk.register();
        FullDisk.FULL.set(false);
        FullDisk.ONCE.set(false);
    }

    @AfterEach
    void makeRoom() {
        FullDisk.FULL.set(false);
    }

    private DatabaseSettings settings() {
        DatabaseSettings usual = DatabaseSettings.embedded(folder);
        String url = usual.url().replace("jdbc:h2:file:", "jdbc:h2:file:" + FullDisk.SCHEME + ":");
        return new DatabaseSettings(url, usual.user(), usual.password(), usual.connections());
    }

    @Test
    @Timeout(120)
    void workGoesOnOnceThereIsRoomAndTheAppWasNotRestarted() {
        try (TestWorld world = TestWorld.live(settings())) {
            Project project = world.project("p", TestWorld.plain(2));
            world.items(project, 20, 3);
            Account person = world.annotator(project);
            for (int i = 0; i < BEFORE; i++) {
                assertTrue(world.judgeNext(person, project));
            }
            FullDisk.FULL.set(true);
            for (int i = 0; i < BEFORE; i++) {
                assertThrows(DataAccessException.class, () -> world.judgeNext(person, project));
            }
            FullDisk.FULL.set(false);
            assertTrue(judgedAtLast(world, person, project));
            assertHolds(world, BEFORE + 1);
        }
        try (TestWorld world = TestWorld.live(settings())) {
            assertHolds(world, BEFORE + 1);
        }
    }

    /** The second of two that end at once finds the file opened anew, without what it did, and must not be told otherwise. */
    @Test
    @Timeout(120)
    void whoEndedWithARefusedWriteIsRefusedToo() throws InterruptedException {
        try (Database database = Database.open(settings())) {
            database.inTransaction(() -> database.jdbc()
                    .sql("create table probe (id int primary key)")
                    .update());
            FullDisk.ONCE.set(true);
            CyclicBarrier bothWorked = new CyclicBarrier(2, () -> FullDisk.FULL.set(true));
            Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
            List<Thread> people = new ArrayList<>();
            for (int id = 1; id <= 2; id++) {
                int row = id;
                people.add(Thread.ofPlatform().start(() -> insert(database, row, bothWorked, acknowledged)));
            }
            for (Thread person : people) {
                person.join();
            }
            assertFalse(FullDisk.FULL.get(), "no write was refused");
            assertEquals(
                    Set.of(), acknowledged, "in the file: " + rows(database).toString());
        }
    }

    private static void insert(Database database, int id, CyclicBarrier bothWorked, Set<Integer> acknowledged) {
        try {
            database.inTransaction(() -> {
                database.jdbc().sql("insert into probe values (?)").param(id).update();
                await(bothWorked);
            });
            acknowledged.add(id);
        } catch (DataAccessException refused) {
            assertFalse(acknowledged.contains(id));
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Integer> rows(Database database) {
        return database.jdbc().sql("select id from probe").query(Integer.class).list();
    }

    @Test
    @Timeout(120)
    void importOnAFullDiskLeavesNothing() throws IOException {
        Path items = Files.writeString(
                folder.resolve("items.jsonl"),
                "{\"prompt\":[{\"role\":\"user\",\"content\":\"q\"}],\"answers\":[{\"content\":\"a\"},{\"content\":\"b\"}],"
                        + "\"tiers\":[1,2]}\n");
        Project project;
        try (TestWorld world = TestWorld.live(settings())) {
            project = world.project("p", TestWorld.plain(2));
            FullDisk.FULL.set(true);
            assertThrows(
                    DataAccessException.class,
                    () -> world.services().importing().items(world.owner().id(), project.id(), items));
            FullDisk.FULL.set(false);
        }
        try (TestWorld world = TestWorld.live(settings())) {
            assertHolds(world, 0);
            assertEquals(0, world.services().items().progress(project.id()).items());
            assertEquals(
                    1,
                    world.services()
                            .importing()
                            .items(world.owner().id(), project.id(), items)
                            .items()
                            .added());
        }
    }

    /** What the ledger could not take note of does not leave the store. */
    @Test
    @Timeout(120)
    void exportThatCannotBeRecordedLeavesNoFile() {
        Path out = folder.resolve("out.jsonl");
        try (TestWorld world = TestWorld.live(settings())) {
            Project project = world.project("p", TestWorld.plain(2));
            world.items(project, 2, 3);
            assertTrue(world.judgeNext(world.annotator(project), project));
            ExportRequest what = ExportRequest.own(
                    ExportKind.RANKINGS, world.services().ledger().head());
            assertThrows(
                    DataAccessException.class,
                    () -> world.services()
                            .exporting()
                            .write(world.owner().id(), project.id(), what, out, records -> FullDisk.FULL.set(true)));
            assertFalse(Files.exists(out));
            FullDisk.FULL.set(false);
        }
    }

    /** Tries again, as the pages do, until the pool of connections has noticed. */
    private static boolean judgedAtLast(TestWorld world, Account person, Project project) {
        while (true) {
            try {
                return world.judgeNext(person, project);
            } catch (DataAccessException notYet) {
                Thread.onSpinWait();
            }
        }
    }

    private static void assertHolds(TestWorld world, long judgements) {
        LedgerVerification.Result result = world.services().verification().verify();
        assertTrue(result.holds(), result::fault);
        assertEquals(judgements, result.judgements());
    }
}
