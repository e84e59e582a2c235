package dev.lichen.annotation.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.queue.WorkItem;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErasureTest {

    private static long rows(TestWorld world, String table) {
        return world.services()
                .database()
                .jdbc()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @EnumSource
    void whatStandsInTheClearGoesAndRankingsStay(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 2, 2);
            Account person = world.annotator(project);
            world.judgeNext(person, project);
            WorkItem open =
                    world.services().queue().next(person.id(), project.id()).orElseThrow();
            world.services().queue().saveDraft(person.id(), open.assignment(), "{\"comment\":\"mine\"}", 0);
            assertTrue(world.services()
                    .signIn()
                    .authenticate(person.login(), "wrong")
                    .isEmpty());
            assertEquals(1, rows(world, "draft"));
            assertEquals(1, rows(world, "login_failure"));

            world.services().accounts().erase(world.owner().id(), person.id());
            assertEquals(0, rows(world, "draft"));
            assertEquals(0, rows(world, "login_failure"));
            assertEquals(1, rows(world, "judgement"));
            Account after = world.services().accounts().find(person.id()).orElseThrow();
            assertEquals(AccountStatus.ERASED, after.status());
            assertEquals("erased", after.displayName());
            assertEquals(person.pseudonym(), after.pseudonym());
            assertTrue(world.services().accounts().find(person.login()).isEmpty());
            assertTrue(world.services().verification().verify().holds());
        }
    }

    @ParameterizedTest
    @EnumSource
    void administratorsEraseOthersButNoOwner(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            Account person = world.annotator(project);
            Account lead = world.member(project, Role.ADMIN);
            Account admin = world.member(null, Role.ADMIN);
            Accounts accounts = world.services().accounts();
            world.services().access().grant(world.owner().id(), lead.id(), Access.EVERYWHERE, Role.OWNER);
            assertThrows(NotAllowedException.class, () -> accounts.erase(person.id(), admin.id()));
            assertThrows(NotAllowedException.class, () -> accounts.erase(admin.id(), lead.id()));
            accounts.erase(admin.id(), person.id());
            accounts.erase(world.owner().id(), lead.id());
            assertEquals(
                    List.of(AccountStatus.ERASED, AccountStatus.ERASED),
                    List.of(
                            accounts.find(person.id()).orElseThrow().status(),
                            accounts.find(lead.id()).orElseThrow().status()));
        }
    }
}
