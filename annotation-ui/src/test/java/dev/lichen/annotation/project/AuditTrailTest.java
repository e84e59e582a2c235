package dev.lichen.annotation.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.NotAllowedException;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.exchange.ExportKind;
import dev.lichen.annotation.store.EventKind;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditTrailTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void whatUnblindsAndWhatLeavesTheStoreIsListedNewestFirst(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 2, 3);
            assertTrue(world.judgeNext(world.annotator(project), project));
            UUID owner = world.owner().id();
            UUID item = world.services()
                    .items()
                    .page(owner, project.id(), 0, 1)
                    .getFirst()
                    .id();
            world.services().items().unblind(owner, item);
            world.services()
                    .exporting()
                    .write(
                            owner,
                            project.id(),
                            ExportKind.RANKINGS,
                            world.services().ledger().head(),
                            folder.resolve("out.jsonl"));

            List<AuditEntry> seen = of(world, project.id());
            assertEquals(
                    List.of(EventKind.EXPORTED, EventKind.UNBLINDED),
                    seen.stream().limit(2).map(AuditEntry::kind).toList());
            assertEquals("item/" + item, seen.get(1).subject());
            assertEquals("Owner", seen.get(1).who());
            assertTrue(seen.stream().noneMatch(entry -> entry.kind() == EventKind.JUDGED));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aProjectShowsItsOwnEventsAndTheWholeShowsAll(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            Project other = world.project("q", TestWorld.plain(1));
            List<String> own =
                    of(world, project.id()).stream().map(AuditEntry::subject).toList();
            assertTrue(own.contains("project/" + project.id()));
            assertTrue(own.stream().noneMatch(subject -> subject.equals("project/" + other.id())));
            List<EventKind> all =
                    of(world, Access.EVERYWHERE).stream().map(AuditEntry::kind).toList();
            assertTrue(all.containsAll(List.of(EventKind.ACCOUNT_CREATED, EventKind.PROJECT_CREATED)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyAdministratorsAndAuditorsOfTheScopeRead(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            AuditTrail trail = world.services().auditTrail();
            Account auditor = world.member(project, Role.AUDITOR);
            assertTrue(!trail.page(auditor.id(), project.id(), AuditTrail.KINDS, Long.MAX_VALUE, 9)
                    .isEmpty());
            assertThrows(
                    NotAllowedException.class,
                    () -> trail.page(auditor.id(), Access.EVERYWHERE, AuditTrail.KINDS, Long.MAX_VALUE, 9));
            for (Role role : List.of(Role.ANNOTATOR, Role.REVIEWER)) {
                UUID person = world.member(project, role).id();
                assertThrows(
                        NotAllowedException.class,
                        () -> trail.page(person, project.id(), AuditTrail.KINDS, Long.MAX_VALUE, 9));
            }
        }
    }

    private static List<AuditEntry> of(TestWorld world, UUID scope) {
        return world.services().auditTrail().page(world.owner().id(), scope, AuditTrail.KINDS, Long.MAX_VALUE, 100);
    }
}
