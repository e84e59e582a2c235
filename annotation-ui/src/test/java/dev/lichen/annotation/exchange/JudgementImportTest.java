package dev.lichen.annotation.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.ProjectException;
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.RecordKind;
import dev.lichen.datasets.formats.Datasets;
import dev.lichen.datasets.formats.Formats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Judgements that were made elsewhere, and every format there and back. */
class JudgementImportTest {

    private static final String ARGILLA = """
            [{"fields": {"prompt": "which is better?", "response-1": "one", "response-2": "two", "response-3": "three"},
              "responses": [
                {"user_id": "11111111-2222-3333-4444-555555555555", "status": "submitted",
                 "values": {"preference": {"value": [{"value": "response-1", "rank": 2}, {"value": "response-2", "rank": 1},
                   {"value": "response-3", "rank": 2}]}}},
                {"user_id": "66666666-2222-3333-4444-555555555555", "status": "submitted",
                 "values": {"preference": {"value": [{"value": "response-1", "rank": 1}, {"value": "response-2", "rank": 2},
                   {"value": "response-3", "rank": 3}]}}},
                {"user_id": "77777777-2222-3333-4444-555555555555", "status": "discarded", "values": {}}]}]
            """;
    private static final String LABEL_STUDIO = """
            [{"id": 1, "data": {"prompt": "q", "answer1": "left one", "answer2": "right one"},
              "annotations": [{"id": 4, "completed_by": {"id": 9, "email": "ann@example.org"},
                "result": [{"type": "pairwise", "value": {"selected": "right"}}]}]}]
            """;
    private static final String OWN = """
            {"prompt":[{"role":"user","content":"q1"}],"answers":[{"content":"a","generator":"g-1"},{"content":"b"},\
            {"content":"c"}],"tiers":[2,1,2],"annotator":"a-abcd2345","acceptable_tier":1,"strengths":[3],"language":"en"}
            {"prompt":[{"role":"user","content":"q1"}],"answers":[{"content":"a","generator":"g-1"},{"content":"b"},\
            {"content":"c"}],"tiers":[1,2,null],"annotator":"a-wxyz6789","language":"en"}
            {"prompt":[{"role":"user","content":"q2"}],"answers":[{"content":"d"},{"content":"e"}],"tiers":[2,1],\
            "annotator":"a-abcd2345"}
            """;

    /** Single messages of Open Assistant carry ranks that can be read with their tree only. */
    private static final Set<String> WRITTEN_ONLY = Set.of("oasst-messages");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void argillasJudgementsAreKeptByPersonAndItsUsersStayUnnamed(TestDatabases databases) throws IOException {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            ImportReport report = load(world, project, "argilla.json", ARGILLA);
            assertEquals(new KeptJudgements(2, 0, 2), report.judgements());
            Path out = export(world, project, null);
            List<Ranking> read = Datasets.readRankings(out).records();
            assertEquals(
                    Set.of(List.of(2, 1, 2), List.of(1, 2, 3)),
                    Set.of(read.get(0).tiers().values(), read.get(1).tiers().values()));
            assertFalse(Files.readString(out).contains("1111111"), "users' ids stay in the store");
            assertTrue(world.services().verification().verify().holds());
            assertEquals(0, world.services().items().progress(project.id()).open(), "both places are taken");
        }
    }

    @ParameterizedTest
    @EnumSource
    void sameJudgementsTwiceAreRecognised(TestDatabases databases) throws IOException {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(3));
            load(world, project, "one.jsonl", OWN);
            assertThrows(ProjectException.class, () -> load(world, project, "one.jsonl", OWN));
            ImportReport again = load(world, project, "two.jsonl", OWN + "\n");
            assertEquals(new KeptJudgements(0, 3, 2), again.judgements());
            assertEquals(3, again.items().duplicates());
        }
    }

    @ParameterizedTest
    @EnumSource
    void judgementsOfAFileComeAfterItsItemsOnceAndTheItemsAreThereOnce(TestDatabases databases) throws IOException {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(3));
            Path file = Files.writeString(folder.resolve("one.jsonl"), OWN);
            UUID owner = world.owner().id();
            long items = world.services()
                    .importing()
                    .items(owner, project.id(), file)
                    .items()
                    .added();
            ImportReport later = load(world, project, "one.jsonl", OWN);
            assertEquals(new KeptJudgements(3, 0, 2), later.judgements());
            assertEquals(0, later.items().added());
            assertEquals(items, world.services().items().progress(project.id()).items());
            assertThrows(ProjectException.class, () -> load(world, project, "one.jsonl", OWN));
            assertThrows(
                    ProjectException.class, () -> world.services().importing().items(owner, project.id(), file));
            assertTrue(world.services().verification().verify().holds());
        }
    }

    @Test
    void badLineIsNamedAndNoJudgementIsKept() throws IOException {
        try (TestWorld world = TestWorld.on(TestDatabases.H2)) {
            Project project = world.project("p", TestWorld.plain(1));
            String bad = OWN + "{\"prompt\":[{\"role\":\"user\",\"content\":\"q\"}],\"answers\":[],\"tiers\":[]}\n";
            DataFormatException refused =
                    assertThrows(DataFormatException.class, () -> load(world, project, "bad.jsonl", bad));
            assertTrue(refused.getMessage().contains("bad.jsonl:4"), refused.getMessage());
            assertEquals(0, world.services().items().progress(project.id()).judgements());
            assertEquals(0, world.services().items().progress(project.id()).items());
        }
    }

    @Test
    void addressesOfLabelStudiosPeopleNeverLeave() throws IOException {
        try (TestWorld world = TestWorld.on(TestDatabases.H2)) {
            Project project = world.project("p", TestWorld.plain(1));
            load(world, project, "tasks.json", LABEL_STUDIO);
            Ranking read = Datasets.readRankings(export(world, project, null))
                    .records()
                    .getFirst();
            assertEquals(List.of(2, 1), read.tiers().values());
            assertTrue(
                    read.judgement().annotator().matches("a-[a-z2-9]{8}"),
                    read.judgement().annotator());
        }
    }

    @Test
    void ownFormatComesBackEqual() throws IOException {
        assertEquals(kept(Files.writeString(folder.resolve("own.jsonl"), OWN)), kept(thereAndBack(null)));
    }

    /** What a format can hold is the same after an export, an import and another export. */
    @TestFactory
    Stream<DynamicTest> everyFormatOfRankingsComesBackEqual() {
        return Formats.all().stream()
                .filter(format -> !format.isReadOnly() && format.kinds().contains(RecordKind.RANKING))
                .filter(format -> !WRITTEN_ONLY.contains(format.name()))
                .map(format -> DynamicTest.dynamicTest(format.name(), () -> {
                    Path first = exportedFromOwn(format);
                    assertEquals(kept(first), kept(reimported(first, format)));
                }));
    }

    private Path exportedFromOwn(Format format) throws IOException {
        try (TestWorld world = TestWorld.on(TestDatabases.H2)) {
            Project project = world.project("p", TestWorld.plain(2));
            load(world, project, "own.jsonl", own(format));
            return export(world, project, format);
        }
    }

    /** A tree of Open Assistant has one order of a message's replies, so a second person's would be lost. */
    private static String own(@Nullable Format format) {
        boolean oneOrder = format != null && format.name().startsWith("oasst");
        return oneOrder ? OWN.lines().filter(line -> !line.contains("a-wxyz")).collect(Collectors.joining("\n")) : OWN;
    }

    private Path thereAndBack(Format format) throws IOException {
        return reimported(exportedFromOwn(format), format);
    }

    private Path reimported(Path file, Format format) throws IOException {
        try (TestWorld world = TestWorld.on(TestDatabases.H2)) {
            Project project = world.project("p", TestWorld.plain(2));
            world.services().importing().judgements(world.owner().id(), project.id(), file);
            return export(world, project, format);
        }
    }

    /** The judgements of a file without order and without what every store says anew. */
    private static Set<Judged> kept(Path file) {
        Set<Judged> all = new HashSet<>();
        Datasets.readRankings(file).records().forEach(one -> all.add(Judged.of(one)));
        return all;
    }

    /** What a ranking says, by text. */
    private record Judged(
            Object prompt, List<String> answers, Object tiers, Object annotator, Object line, Object gaps) {
        static Judged of(Ranking ranking) {
            String annotator = ranking.judgement().annotator();
            return new Judged(
                    ranking.prompt().stream()
                            .map(message -> message.role() + ": " + message.content())
                            .toList(),
                    ranking.answers().stream().map(answer -> answer.content()).toList(),
                    ranking.tiers(),
                    annotator == null || !OWN.contains(annotator) ? "" : annotator,
                    "" + ranking.judgement().acceptableTier(),
                    ranking.judgement().strengths());
        }
    }

    private ImportReport load(TestWorld world, Project project, String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        return world.services().importing().judgements(world.owner().id(), project.id(), file);
    }

    private Path export(TestWorld world, Project project, Format format) throws IOException {
        Path out = Files.createTempDirectory(folder, "out").resolve("out.jsonl");
        world.services()
                .exporting()
                .write(
                        world.owner().id(),
                        project.id(),
                        ExportRequest.in(
                                format == null ? ExportFormats.OWN : format,
                                ExportKind.RANKINGS,
                                world.services().ledger().head()),
                        out,
                        records -> {});
        return out;
    }
}
