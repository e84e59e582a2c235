package dev.lichen.annotation.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.NotAllowedException;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.Project;
import dev.lichen.datasets.files.FormulaPolicy;
import dev.lichen.datasets.formats.Formats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was exported is known, and can be had again byte by byte. */
class PastExportsTest {

    private static final int ENOUGH = 100;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void everyFormOfFileIsTheSameAgainAfterMoreWork(TestDatabases databases) throws IOException {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = judged(world);
            for (FileForm form : FileForm.all()) {
                Path first = folder.resolve("first." + form.ending());
                write(
                        world,
                        project,
                        new ExportRequest(
                                ExportKind.RANKINGS,
                                Formats.named("trl-preference").orElseThrow(),
                                world.services().ledger().head(),
                                0,
                                FormulaPolicy.NEUTRALISE),
                        first);
                world.judgeNext(world.annotator(project), project);
                PastExport past = newest(world, project);
                Path second = folder.resolve("second." + past.form().ending());
                write(world, project, Objects.requireNonNull(past.request()), second);
                assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second), form.ending());
                assertEquals(past.sha256(), newest(world, project).sha256());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void snapshotSaysWhoTookWhatAndHow(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = judged(world);
            ExportRequest what = new ExportRequest(
                    ExportKind.RANKINGS,
                    Formats.named("trl-preference").orElseThrow(),
                    world.services().ledger().head(),
                    1,
                    FormulaPolicy.KEEP);
            ExportReport report = write(world, project, what, folder.resolve("table.csv.gz"));
            PastExport past = newest(world, project);
            assertEquals("Owner", past.by());
            assertEquals(what, past.request());
            assertEquals("csv.gz", past.form().ending());
            assertEquals(report.records(), past.records());
            assertEquals(report.sha256(), past.sha256());
            assertEquals(
                    "trl-preference",
                    world.services()
                            .database()
                            .jdbc()
                            .sql("select format from export_snapshot")
                            .query(String.class)
                            .single());
        }
    }

    /** Before the sixteenth version of the schema, the column of the format held the kind. */
    @Test
    void exportOfAnEarlyVersionIsListedAndCannotBeRepeated() {
        try (TestWorld world = TestWorld.on(TestDatabases.H2)) {
            Project project = judged(world);
            world.services()
                    .database()
                    .jdbc()
                    .sql(
                            "insert into export_snapshot (id, project_id, ledger_seq, ledger_hash, format, content_sha256,"
                                    + " row_count, manifest, exported_at) values (?, ?, 3, 'h', 'RANKINGS', 's', 7,"
                                    + " '{\"kind\":\"RANKINGS\",\"records\":7}', timestamp with time zone '2026-01-01 00:00:00Z')")
                    .params(UUID.randomUUID(), project.id())
                    .update();
            PastExport past = newest(world, project);
            assertNull(past.by());
            assertNull(past.request());
            assertEquals(7, past.records());
        }
    }

    @Test
    void onlyAdministratorsAndAuditorsSeeWhatWasExported() {
        try (TestWorld world = TestWorld.on(TestDatabases.H2)) {
            Project project = judged(world);
            PastExports past = world.services().pastExports();
            UUID reviewer = world.member(project, Role.REVIEWER).id();
            assertThrows(NotAllowedException.class, () -> past.of(reviewer, project.id(), 0, ENOUGH));
            past.of(world.member(project, Role.AUDITOR).id(), project.id(), 0, ENOUGH);
        }
    }

    private static Project judged(TestWorld world) {
        Project project = world.project("p", TestWorld.plain(40));
        world.items(project, 3, 3);
        world.judgeNext(world.annotator(project), project);
        world.judgeNext(world.annotator(project), project);
        return project;
    }

    private static ExportReport write(TestWorld world, Project project, ExportRequest what, Path file) {
        world.clock().advance(Duration.ofSeconds(1));
        return world.services().exporting().write(world.owner().id(), project.id(), what, file, records -> {});
    }

    private static PastExport newest(TestWorld world, Project project) {
        return world.services()
                .pastExports()
                .of(world.owner().id(), project.id(), 0, ENOUGH)
                .getFirst();
    }
}
