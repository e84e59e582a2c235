package dev.lichen.annotation.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.project.Project;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UpgradeTest {

    private static final String FIRST_RELEASE = "2";

    @ParameterizedTest
    @EnumSource
    void databaseOfAnOlderReleaseIsBroughtUpToDate(TestDatabases databases) {
        DatabaseSettings settings = databases.fresh();
        LedgerHead before;
        try (Database old = Database.open(settings, FIRST_RELEASE)) {
            assertEquals(FIRST_RELEASE, old.schemaVersion());
            TestWorld world = TestWorld.in(old);
            Project project = world.project("p", TestWorld.plain(2));
            world.items(project, 2, 3);
            Account person = world.annotator(project);
            assertTrue(world.judgeNext(person, project));
            before = world.services().ledger().head();
        }
        try (TestWorld world = TestWorld.live(settings)) {
            LedgerVerification.Result result = world.services().verification().verify();
            assertTrue(result.holds(), result::fault);
            assertEquals(before, result.head());
            Project project = world.services().projects().find("p").orElseThrow();
            assertTrue(world.judgeNext(world.annotator(project), project));
            assertTrue(world.services()
                    .jobs(List.of("false"), Path.of("runs"))
                    .list()
                    .isEmpty());
        }
    }
}
