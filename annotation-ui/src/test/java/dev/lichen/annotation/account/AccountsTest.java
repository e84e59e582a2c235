package dev.lichen.annotation.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.AnnotationServices;
import dev.lichen.annotation.TestClock;
import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.store.Database;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountsTest {

    private static NewAccount account(String login) {
        return new NewAccount(login, "Name", TestWorld.PASSWORD, "en", List.of("en"));
    }

    @ParameterizedTest
    @EnumSource
    void onlyOneOfManyBecomesTheFirstAdministrator(TestDatabases databases) {
        try (Database database = databases.open()) {
            AnnotationServices services = new AnnotationServices(
                    database, new AnnotationServices.Environment(new TestClock(), new SecureRandom(), 4, "test"));
            String code = services.firstAdministrator().newCode().orElseThrow();
            AtomicInteger made = new AtomicInteger();
            IntStream.range(0, 6).parallel().forEach(n -> {
                try {
                    services.firstAdministrator().create(code, account("first" + n));
                    made.incrementAndGet();
                } catch (AccountException refused) {
                    assertTrue(refused.getMessage().startsWith("Wrong code"), refused.getMessage());
                }
            });
            assertEquals(1, made.get());
            assertTrue(services.firstAdministrator().newCode().isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource
    void wrongCodeMakesNobodyAdministrator(TestDatabases databases) {
        try (Database database = databases.open()) {
            AnnotationServices services = new AnnotationServices(
                    database, new AnnotationServices.Environment(new TestClock(), new SecureRandom(), 4, "test"));
            assertThrows(
                    AccountException.class, () -> services.firstAdministrator().create("", account("a1")));
            services.firstAdministrator().newCode();
            assertThrows(
                    AccountException.class, () -> services.firstAdministrator().create("guess", account("a1")));
            assertTrue(services.firstAdministrator().isMissing());
        }
    }

    @ParameterizedTest
    @EnumSource
    void invitationMakesOneAccountWithItsRole(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            Invitations invitations = world.services().invitations();
            String token = invitations.invite(world.owner().id(), project.id(), Role.REVIEWER);
            Account reviewer = invitations.accept(token, account("Rev@Example.org"));
            assertEquals("rev@example.org", reviewer.login());
            assertEquals(Set.of(Role.REVIEWER), world.services().access().roles(reviewer.id(), project.id()));
            assertFalse(invitations.isValid(token));
            assertThrows(AccountException.class, () -> invitations.accept(token, account("again")));
            String late = invitations.invite(world.owner().id(), project.id(), Role.ANNOTATOR);
            world.clock().advance(Duration.ofDays(15));
            assertThrows(AccountException.class, () -> invitations.accept(late, account("late")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void loginInUseIsRefused(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            String token = world.services().invitations().invite(world.owner().id(), Access.EVERYWHERE, Role.ADMIN);
            AccountException refused = assertThrows(
                    AccountException.class, () -> world.services().invitations().accept(token, account("OWNER")));
            assertEquals("The login owner is in use: expected another one", refused.getMessage());
            assertTrue(world.services().invitations().isValid(token));
        }
    }

    @ParameterizedTest
    @EnumSource
    void guessingAPasswordBecomesSlow(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            SignIn signIn = world.services().signIn();
            assertTrue(signIn.authenticate("Owner ", TestWorld.PASSWORD).isPresent());
            for (int i = 0; i < SignIn.FREE_FAILURES; i++) {
                assertTrue(signIn.authenticate("owner", "wrong").isEmpty());
            }
            assertTrue(signIn.isClosed("owner"));
            assertTrue(signIn.authenticate("owner", TestWorld.PASSWORD).isEmpty());
            world.clock().advance(Duration.ofSeconds(2));
            assertTrue(signIn.authenticate("owner", TestWorld.PASSWORD).isPresent());
            assertFalse(signIn.isClosed("owner"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void lastOwnerStays(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Access access = world.services().access();
            assertThrows(
                    AccountException.class,
                    () -> access.revoke(world.owner().id(), world.owner().id(), Access.EVERYWHERE, Role.OWNER));
            assertTrue(access.has(world.owner().id(), Access.EVERYWHERE, Role.OWNER));
        }
    }

    @ParameterizedTest
    @EnumSource
    void ownersWhoTakeEachOthersRoleAwayAtOnceLeaveOne(TestDatabases databases) throws InterruptedException {
        try (TestWorld world = TestWorld.on(databases)) {
            Access access = world.services().access();
            UUID first = world.owner().id();
            UUID second =
                    world.annotator(world.project("p", TestWorld.plain(1))).id();
            access.grant(first, second, Access.EVERYWHERE, Role.OWNER);
            Thread other = Thread.ofVirtual().unstarted(() -> {
                try {
                    access.revoke(second, first, Access.EVERYWHERE, Role.OWNER);
                } catch (AccountException | NotAllowedException refused) {
                    // one of the two is
                }
            });
            world.services().database().inTransaction(() -> {
                access.revoke(first, second, Access.EVERYWHERE, Role.OWNER);
                other.start();
                // The other goes as far as it can while this one is not committed.
                LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
            });
            other.join();
            long owners = Stream.of(first, second)
                    .filter(user -> access.has(user, Access.EVERYWHERE, Role.OWNER))
                    .count();
            assertEquals(1, owners);
        }
    }

    @ParameterizedTest
    @EnumSource
    void lockedOutPersonHasNoRoleUntilLetInAgain(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            Account person = world.annotator(project);
            Accounts accounts = world.services().accounts();
            accounts.setStatus(world.owner().id(), person.id(), AccountStatus.DISABLED);
            assertEquals(Set.of(), world.services().access().roles(person.id(), project.id()));
            accounts.setStatus(world.owner().id(), person.id(), AccountStatus.ACTIVE);
            assertEquals(Set.of(Role.ANNOTATOR), world.services().access().roles(person.id(), project.id()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void administratorDoesNotLockAnOwnerOutNorEraseOneWhoIs(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            Account admin = world.annotator(project);
            Account second = world.annotator(project);
            Access access = world.services().access();
            access.grant(world.owner().id(), admin.id(), Access.EVERYWHERE, Role.ADMIN);
            access.grant(world.owner().id(), second.id(), Access.EVERYWHERE, Role.OWNER);
            Accounts accounts = world.services().accounts();
            assertThrows(
                    NotAllowedException.class,
                    () -> accounts.setStatus(admin.id(), second.id(), AccountStatus.DISABLED));
            accounts.setStatus(world.owner().id(), second.id(), AccountStatus.DISABLED);
            assertThrows(
                    NotAllowedException.class, () -> accounts.setStatus(admin.id(), second.id(), AccountStatus.ACTIVE));
            assertThrows(NotAllowedException.class, () -> accounts.erase(admin.id(), second.id()));
            assertThrows(
                    AccountException.class,
                    () -> accounts.setStatus(world.owner().id(), world.owner().id(), AccountStatus.DISABLED));
        }
    }

    @ParameterizedTest
    @EnumSource
    void administratorOfAProjectHasNoSayInOthers(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project own = world.project("own", TestWorld.plain(1));
            Project other = world.project("other", TestWorld.plain(1));
            Account admin = world.member(own, Role.ADMIN);
            Account annotator = world.annotator(own);
            Access access = world.services().access();
            access.grant(admin.id(), annotator.id(), own.id(), Role.REVIEWER);
            assertThrows(
                    NotAllowedException.class,
                    () -> access.grant(admin.id(), annotator.id(), other.id(), Role.ANNOTATOR));
            assertThrows(NotAllowedException.class, () -> access.grant(admin.id(), admin.id(), own.id(), Role.OWNER));
            assertThrows(
                    NotAllowedException.class,
                    () -> access.grant(admin.id(), admin.id(), Access.EVERYWHERE, Role.ADMIN));
        }
    }

    @Test
    void weakPasswordIsRefusedAndNeverShown() {
        AccountException shorter =
                assertThrows(AccountException.class, () -> new NewAccount("login", "Name", "short", "en", List.of()));
        assertEquals("Bad password: expected 10 characters or more", shorter.getMessage());
        AccountException longer = assertThrows(
                AccountException.class, () -> new NewAccount("login", "Name", "密".repeat(25), "zh", List.of()));
        assertEquals("Bad password: expected at most 72 bytes in UTF-8 (24 Chinese characters)", longer.getMessage());
        assertFalse(account("login").toString().contains(TestWorld.PASSWORD));
    }

    @Test
    void nameThatIsEmptyReplacesNone() {
        try (TestWorld world = TestWorld.on(TestDatabases.H2)) {
            Account owner = world.owner();
            AccountException refused = assertThrows(
                    AccountException.class, () -> world.services().accounts().change(owner.id(), " ", "en", List.of()));
            assertEquals(AccountRefusal.BAD_NAME, refused.reason());
            assertEquals(
                    owner.displayName(),
                    world.services().accounts().find(owner.id()).orElseThrow().displayName());
        }
    }
}
