package dev.lichen.annotation.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.NotAllowedException;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.Project;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.formats.Formats;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Files that are made in the background and fetched by whoever asked for them. */
class PreparedExportsTest {

    private static final Format UNPAIRED = Formats.named("trl-unpaired").orElseThrow();

    @Test
    void fileIsThereForItsMakerOnlyUntilAnHourHasPassed() {
        try (TestWorld world = TestWorld.on(TestDatabases.H2);
                PreparedExports exports = world.services().preparedExports()) {
            Project project = judged(world);
            PreparedExport export = made(world, exports, project, ExportFormats.OWN);
            assertEquals(2, export.records());
            assertTrue(Files.exists(export.file()));
            assertEquals(export, exports.fetch(world.owner().id(), project.id(), export.id()));
            Account auditor = world.member(project, Role.AUDITOR);
            assertThrows(NoSuchExportException.class, () -> exports.fetch(auditor.id(), project.id(), export.id()));
            world.clock().advance(Duration.ofMinutes(59));
            exports.sweep();
            assertTrue(Files.exists(export.file()));
            world.clock().advance(Duration.ofMinutes(2));
            exports.sweep();
            assertFalse(Files.exists(export.file().getParent()));
            assertThrows(
                    NoSuchExportException.class,
                    () -> exports.fetch(world.owner().id(), project.id(), export.id()));
        }
    }

    @Test
    void formatThatCanHoldNothingSaysSoAndLeavesNoFile() {
        try (TestWorld world = TestWorld.on(TestDatabases.H2);
                PreparedExports exports = world.services().preparedExports()) {
            PreparedExport export = made(world, exports, judged(world), UNPAIRED);
            assertNull(export.report());
            assertEquals(
                    "Nothing to export at p-rankings.jsonl: found left out 2: nobody said whether its answers are good"
                            + " enough (record:1, record:2), expected records that the format trl-unpaired can hold",
                    export.failure());
            assertFalse(Files.exists(export.file().getParent()));
        }
    }

    @Test
    void endOfTheAppTakesTheFilesWithIt() {
        try (TestWorld world = TestWorld.on(TestDatabases.H2)) {
            PreparedExports exports = world.services().preparedExports();
            PreparedExport export = made(world, exports, judged(world), ExportFormats.OWN);
            assertNotNull(export.report());
            exports.close();
            assertFalse(Files.exists(export.file().getParent()));
        }
    }

    @Test
    void reviewersAndAnnotatorsBeginNoFile() {
        try (TestWorld world = TestWorld.on(TestDatabases.H2);
                PreparedExports exports = world.services().preparedExports()) {
            Project project = judged(world);
            ExportRequest what = ExportRequest.own(
                    ExportKind.RANKINGS, world.services().ledger().head());
            for (Role role : new Role[] {Role.REVIEWER, Role.ANNOTATOR}) {
                Account person = world.member(project, role);
                assertThrows(
                        NotAllowedException.class,
                        () -> exports.begin(person.id(), project, what, FileForm.JSON_LINES));
            }
        }
    }

    private static Project judged(TestWorld world) {
        Project project = world.project("p", TestWorld.plain(1));
        world.items(project, 2, 3);
        Account person = world.annotator(project);
        assertTrue(world.judgeNext(person, project));
        assertTrue(world.judgeNext(person, project));
        return project;
    }

    private static PreparedExport made(TestWorld world, PreparedExports exports, Project project, Format format) {
        ExportRequest what = ExportRequest.in(
                format, ExportKind.RANKINGS, world.services().ledger().head());
        PreparedExport export = exports.begin(world.owner().id(), project, what, FileForm.JSON_LINES);
        while (export.isUnderWay()) {
            Thread.onSpinWait();
        }
        return export;
    }
}
