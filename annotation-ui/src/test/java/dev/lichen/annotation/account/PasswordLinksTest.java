package dev.lichen.annotation.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.project.Project;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PasswordLinksTest {

    private static final String NEW = "another horse battery";

    @ParameterizedTest
    @EnumSource
    void linkSetsAPasswordOnceAndEndsWhatTheOldOneLetIn(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            Account person = world.annotator(project);
            SignIn signIn = world.services().signIn();
            SignedIn session =
                    signIn.authenticate(person.login(), TestWorld.PASSWORD).orElseThrow();
            String token = world.services()
                    .tokens()
                    .create(person.id(), new TokenRequest("t", Set.of(TokenScope.PROJECTS_READ), null, 30));
            PasswordLinks links = world.services().passwordLinks();
            String link = links.make(world.owner().id(), person.id());
            assertTrue(links.isValid(link));
            assertTrue(
                    world.services().sessions().isGood(person.id(), session.epoch()), "a link alone changes nothing");

            assertEquals(person.id(), links.use(link, NEW).id());
            assertTrue(signIn.authenticate(person.login(), TestWorld.PASSWORD).isEmpty());
            assertTrue(signIn.authenticate(person.login(), NEW).isPresent());
            assertFalse(world.services().sessions().isGood(person.id(), session.epoch()));
            assertTrue(world.services().tokens().authenticate(token).isEmpty());
            assertFalse(links.isValid(link));
            assertThrows(AccountException.class, () -> links.use(link, TestWorld.PASSWORD));
        }
    }

    @ParameterizedTest
    @EnumSource
    void linkEndsWithTheDayWithTheNextOneAndWithTheAccount(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Account person = world.annotator(world.project("p", TestWorld.plain(1)));
            UUID owner = world.owner().id();
            PasswordLinks links = world.services().passwordLinks();
            String first = links.make(owner, person.id());
            String second = links.makeAtTerminal(person.id());
            assertFalse(links.isValid(first));
            assertThrows(AccountException.class, () -> links.use(second, "short"));
            world.services().accounts().setStatus(owner, person.id(), AccountStatus.DISABLED);
            assertThrows(AccountException.class, () -> links.use(second, NEW));
            assertThrows(AccountException.class, () -> links.make(owner, person.id()));
            world.services().accounts().setStatus(owner, person.id(), AccountStatus.ACTIVE);
            assertTrue(links.isValid(second));
            world.clock().advance(Duration.ofHours(25));
            assertFalse(links.isValid(second));
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyAnOwnerMakesALinkForAnOwner(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Account admin = world.member(null, Role.ADMIN);
            Account leader = world.member(world.project("p", TestWorld.plain(1)), Role.ADMIN);
            PasswordLinks links = world.services().passwordLinks();
            UUID owner = world.owner().id();
            assertThrows(NotAllowedException.class, () -> links.make(admin.id(), owner));
            assertThrows(NotAllowedException.class, () -> links.make(leader.id(), admin.id()));
            assertTrue(links.isValid(links.make(admin.id(), leader.id())));
            assertTrue(links.isValid(links.make(owner, owner)));
        }
    }
}
