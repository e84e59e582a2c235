package dev.lichen.annotation.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.project.Project;
import java.nio.file.Path;
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
