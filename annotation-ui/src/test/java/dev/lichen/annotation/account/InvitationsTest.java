package dev.lichen.annotation.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.store.EventKind;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InvitationsTest {

    private static NewAccount newcomer() {
        return new NewAccount("newcomer", "New", TestWorld.PASSWORD, "en", List.of());
    }

    private static void assertUseless(Invitations invitations, String token, Account person) {
        assertFalse(invitations.isValid(token));
        for (Runnable use : List.<Runnable>of(
                () -> invitations.accept(token, newcomer()), () -> invitations.accept(token, person.id()))) {
            AccountException refused = assertThrows(AccountException.class, use::run);
            assertEquals(AccountRefusal.USED_INVITATION, refused.reason());
        }
    }

    @ParameterizedTest
    @EnumSource
    void openInvitationsAreListedWithWhoMadeThemUntilTheyEnd(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            Account lead = world.member(project, Role.ADMIN);
            Invitations invitations = world.services().invitations();
            String accepted = invitations.invite(lead.id(), project.id(), Role.REVIEWER);
            invitations.invite(world.owner().id(), project.id(), Role.AUDITOR);
            invitations.invite(world.owner().id(), Access.EVERYWHERE, Role.ADMIN);
            invitations.accept(accepted, newcomer());
            world.clock().advance(Duration.ofDays(7));
            invitations.invite(lead.id(), project.id(), Role.ANNOTATOR);
            List<OpenInvitation> open = invitations.list(lead.id(), project.id());
            assertEquals(
                    List.of(Role.AUDITOR, Role.ANNOTATOR),
                    open.stream().map(OpenInvitation::role).toList());
            assertEquals(
                    List.of("owner", lead.login()),
                    open.stream().map(OpenInvitation::byLogin).toList());
            world.clock().advance(Duration.ofDays(8));
            assertEquals(open.subList(1, 2), invitations.list(lead.id(), project.id()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void invitationThatIsTakenBackMakesNobodyAndThatIsAnEvent(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            Account lead = world.member(project, Role.ADMIN);
            Invitations invitations = world.services().invitations();
            String token = invitations.invite(world.owner().id(), project.id(), Role.REVIEWER);
            UUID id = invitations.list(lead.id(), project.id()).getFirst().id();
            invitations.revoke(lead.id(), project.id(), id);
            invitations.revoke(lead.id(), project.id(), id);
            assertEquals(List.of(), invitations.list(lead.id(), project.id()));
            assertUseless(invitations, token, lead);
            var events = world.services()
                    .auditTrail()
                    .page(
                            world.owner().id(),
                            Access.EVERYWHERE,
                            List.of(EventKind.INVITATION_REVOKED),
                            Long.MAX_VALUE,
                            10);
            assertEquals(
                    List.of("invitation/" + id),
                    events.stream().map(event -> event.subject()).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void acceptedInvitationIsNotTakenBack(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            UUID owner = world.owner().id();
            Invitations invitations = world.services().invitations();
            String token = invitations.invite(owner, project.id(), Role.REVIEWER);
            UUID id = invitations.list(owner, project.id()).getFirst().id();
            Account reviewer = invitations.accept(token, newcomer());
            invitations.revoke(owner, project.id(), id);
            assertTrue(world.services().access().has(reviewer.id(), project.id(), Role.REVIEWER));
            assertTrue(world.services()
                    .auditTrail()
                    .page(owner, Access.EVERYWHERE, List.of(EventKind.INVITATION_REVOKED), Long.MAX_VALUE, 10)
                    .isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource
    void invitationOfWhoMayNotGiveItsRoleAnyMoreMakesNobody(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            UUID owner = world.owner().id();
            Account lead = world.member(project, Role.ADMIN);
            Account locked = world.member(project, Role.ADMIN);
            Account other = world.annotator(project);
            Invitations invitations = world.services().invitations();
            String first = invitations.invite(lead.id(), project.id(), Role.ADMIN);
            String second = invitations.invite(locked.id(), project.id(), Role.ADMIN);
            assertTrue(invitations.isValid(first) && invitations.isValid(second));
            world.services().access().revoke(owner, lead.id(), project.id(), Role.ADMIN);
            world.services().accounts().setStatus(owner, locked.id(), AccountStatus.DISABLED);
            assertUseless(invitations, first, other);
            assertUseless(invitations, second, other);
            assertEquals(List.of(), invitations.list(owner, project.id()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyThoseWhoLeadTakeInvitationsBackAndOnlyTheirOwnProjects(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            Project other = world.project("other", TestWorld.plain(1));
            Account stranger = world.member(other, Role.ADMIN);
            Invitations invitations = world.services().invitations();
            String token = invitations.invite(world.owner().id(), project.id(), Role.ADMIN);
            UUID id = invitations
                    .list(world.owner().id(), project.id())
                    .getFirst()
                    .id();
            for (Account person : List.of(world.annotator(project), world.member(project, Role.REVIEWER), stranger)) {
                assertThrows(NotAllowedException.class, () -> invitations.list(person.id(), project.id()));
                assertThrows(NotAllowedException.class, () -> invitations.revoke(person.id(), project.id(), id));
            }
            Account auditor = world.member(project, Role.AUDITOR);
            assertEquals(1, invitations.list(auditor.id(), project.id()).size());
            assertThrows(NotAllowedException.class, () -> invitations.revoke(auditor.id(), project.id(), id));
            invitations.revoke(stranger.id(), other.id(), id);
            assertTrue(invitations.isValid(token));
        }
    }
}
