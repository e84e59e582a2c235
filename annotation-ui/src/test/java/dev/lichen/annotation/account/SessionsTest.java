package dev.lichen.annotation.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.AnnotationServices;
import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.project.Project;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SessionsTest {

    private static final String NEXT = "another long password";

    private static SignedIn in(TestWorld world, Account person) {
        return world.services()
                .signIn()
                .authenticate(person.login(), TestWorld.PASSWORD)
                .orElseThrow();
    }

    private static boolean goesOn(TestWorld world, SignedIn in) {
        return world.services().sessions().isGood(in.account().id(), in.epoch());
    }

    private static String token(TestWorld world, Account person) {
        return world.services()
                .tokens()
                .create(person.id(), new TokenRequest("t", Set.of(TokenScope.ITEMS_READ), null, 1));
    }

    @ParameterizedTest
    @EnumSource
    void newPasswordEndsSessionsAndTokensOfThatPersonOnly(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Account person = world.annotator(world.project("p", TestWorld.plain(1)));
            SignedIn other = in(world, world.owner());
            String token = token(world, person);
            for (String password : List.of(NEXT, TestWorld.PASSWORD)) {
                SignedIn before = world.services().sessions().begin(person);
                String old = password.equals(NEXT) ? TestWorld.PASSWORD : NEXT;
                world.services().accounts().changePassword(person.id(), old, password);
                assertFalse(goesOn(world, before));
            }
            assertTrue(goesOn(world, in(world, person)));
            assertTrue(goesOn(world, other));
            assertTrue(world.services().tokens().authenticate(token).isEmpty());
            assertTrue(world.services().verification().verify().holds());
        }
    }

    @ParameterizedTest
    @EnumSource
    void wrongPasswordEndsNothing(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Account person = world.annotator(world.project("p", TestWorld.plain(1)));
            SignedIn before = in(world, person);
            assertThrows(
                    AccountException.class,
                    () -> world.services().accounts().changePassword(person.id(), "not the password", NEXT));
            assertTrue(goesOn(world, before));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoIsLockedOutOrErasedIsOutForGood(TestDatabases databases) {
        Stream<BiConsumer<AnnotationServices, Account>> ends = Stream.of(
                (services, person) -> services.accounts()
                        .setStatus(
                                services.accounts().firstOwner().orElseThrow().id(),
                                person.id(),
                                AccountStatus.DISABLED),
                (services, person) -> services.accounts().erase(person.id(), person.id()));
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            ends.forEach(end -> {
                Account person = world.annotator(project);
                SignedIn before = in(world, person);
                end.accept(world.services(), person);
                assertFalse(goesOn(world, before));
                world.services().accounts().setStatus(world.owner().id(), person.id(), AccountStatus.ACTIVE);
                assertFalse(goesOn(world, before), "let in again, the person signs in again");
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void singleSignOnThatTakesAnAccountOverEndsItsSessionsAndTokens(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            String invitation =
                    world.services().invitations().invite(world.owner().id(), Access.EVERYWHERE, Role.ADMIN);
            Account eve = world.services()
                    .invitations()
                    .accept(
                            invitation,
                            new NewAccount("eve@example.org", "Not Eve", TestWorld.PASSWORD, "en", List.of()));
            SignedIn before = in(world, eve);
            String token = token(world, eve);
            ExternalIdentities identities = world.services().externalIdentities(false);
            ExternalPerson person =
                    new ExternalPerson("https://id.example.org", "eve-1", "eve@example.org", "Eve", "en");
            assertEquals(eve, identities.signIn(person).orElseThrow());
            assertFalse(goesOn(world, before));
            assertTrue(world.services().tokens().authenticate(token).isEmpty());
            SignedIn own = world.services().sessions().begin(eve);
            String another = token(world, eve);
            identities.signIn(person);
            assertTrue(goesOn(world, own), "it is taken over once");
            assertTrue(world.services().tokens().authenticate(another).isPresent());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoIsLockedOutOrErasedChangesNothingAndSeesNoProject(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            Account locked = world.annotator(project);
            Account erased = world.annotator(project);
            Accounts accounts = world.services().accounts();
            accounts.setStatus(world.owner().id(), locked.id(), AccountStatus.DISABLED);
            accounts.erase(world.owner().id(), erased.id());
            String invitation =
                    world.services().invitations().invite(world.owner().id(), project.id(), Role.ADMIN);
            for (Account person : List.of(locked, erased)) {
                assertNotActive(() -> accounts.change(person.id(), "Somebody", "en", List.of()));
                assertNotActive(() -> world.services().invitations().accept(invitation, person.id()));
                assertEquals(List.of(), world.services().projects().list(person.id()));
            }
            assertNotActive(() -> accounts.changePassword(locked.id(), TestWorld.PASSWORD, NEXT));
            assertEquals("erased", accounts.find(erased.id()).orElseThrow().displayName());
        }
    }

    private static void assertNotActive(Runnable change) {
        AccountException refused = assertThrows(AccountException.class, change::run);
        assertEquals(AccountRefusal.NOT_ACTIVE, refused.reason());
    }
}
