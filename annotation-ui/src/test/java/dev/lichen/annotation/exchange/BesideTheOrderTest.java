package dev.lichen.annotation.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.queue.ItemJudgement;
import dev.lichen.annotation.queue.SaidOfAnswer;
import dev.lichen.annotation.store.CanonicalJson;
import dev.lichen.annotation.store.JudgementOutcome;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.ExtraFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.Rating;
import dev.lichen.datasets.formats.Formats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people say beside the order of answers leaves with exports, and what can be judged comes back. */
class BesideTheOrderTest {

    @TempDir
    Path folder;

    @Test
    void allBadIsATieBelowTheLineAndComesBackAsWhatItWas() throws IOException {
        try (TestWorld world = TestWorld.on(TestDatabases.H2);
                TestWorld fresh = TestWorld.on(TestDatabases.H2)) {
            Project project = RichProject.make(world, folder);
            Ranking bad = rankings(world, project).stream()
                    .filter(one -> one.attributes().extra().has("outcome"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(1, bad.tiers().count());
            assertEquals(0, bad.judgement().acceptableTier());

            Path file = export(world, project, "records", ExportKind.RANKINGS);
            Project copy = fresh.project("copy", TestWorld.plain(1));
            fresh.services().importing().judgements(fresh.owner().id(), copy.id(), file);
            List<ItemJudgement> back = judgements(fresh, copy).stream()
                    .filter(one -> one.outcome() == JudgementOutcome.ALL_BAD)
                    .toList();
            assertEquals(1, back.size());
            assertEquals(List.of(), back.getFirst().tiers());
            assertEquals(1, back.getFirst().verdict().flags().size());
        }
    }

    @Test
    void answersOfWhichAllAreBadBecomeLabelsForKtoAndABattleThatBothLose() throws IOException {
        try (TestWorld world = TestWorld.on(TestDatabases.H2)) {
            Project project = RichProject.make(world, folder);
            Ranking bad = rankings(world, project).stream()
                    .filter(one -> one.attributes().extra().has("outcome"))
                    .findFirst()
                    .orElseThrow();
            List<String> labels =
                    Files.readAllLines(export(world, project, "trl-unpaired", ExportKind.RANKINGS)).stream()
                            .filter(line -> line.contains("ALL_BAD"))
                            .toList();
            assertEquals(bad.answers().size(), labels.size());
            assertTrue(labels.stream().allMatch(line -> line.contains("\"label\":false")), labels.toString());
            assertTrue(
                    Files.readAllLines(export(world, project, "arena", ExportKind.RANKINGS)).stream()
                            .filter(line -> line.contains("ALL_BAD"))
                            .allMatch(line -> line.contains("tie (bothbad)")),
                    "a battle");
        }
    }

    /** Of the two who flagged, one called the item not rankable, which no ranking can say. */
    @Test
    void flagsStandAtTheirAnswersAndAreNoPartOfTheItem() throws IOException {
        try (TestWorld world = TestWorld.on(TestDatabases.H2)) {
            Project project = RichProject.make(world, folder);
            List<List<String>> flagged = rankings(world, project).stream()
                    .map(one -> one.answers().stream()
                            .filter(answer -> answer.extra().has("flags"))
                            .map(answer ->
                                    answer.extra().get("flags").orElseThrow().toString())
                            .toList())
                    .filter(flags -> !flags.isEmpty())
                    .toList();
            assertEquals(List.of(List.of("[\"untrue\"]")), flagged);
            Path file = export(world, project, "instructgpt", ExportKind.RANKINGS);
            assertEquals(
                    1,
                    Files.readAllLines(file).stream()
                            .filter(line -> line.contains("\"flags\":[\"untrue\"]"))
                            .count());
        }
    }

    /** Four rankings were rated, two answers each by one criterion; a field of another form is left where it is. */
    @Test
    void ratingsStandAtTheirAnswersAndComeBackAsRatings() throws IOException {
        try (TestWorld world = TestWorld.on(TestDatabases.H2);
                TestWorld fresh = TestWorld.on(TestDatabases.H2)) {
            Project project = RichProject.make(world, folder);
            Path file = export(world, project, "instructgpt", ExportKind.RANKINGS);
            assertTrue(Files.readString(file).contains("\"ratings\":{\"helpful\":5}"));
            Project copy = fresh.project("copy", TestWorld.plain(1));
            fresh.services().importing().judgements(fresh.owner().id(), copy.id(), file);
            assertEquals(
                    List.of(3, 3, 3, 3, 5, 5, 5, 5),
                    records(fresh, copy, ExportKind.RATINGS).stream()
                            .map(Rating.class::cast)
                            .map(one -> one.verdict().value().intValue())
                            .sorted()
                            .toList());
            Answer foreign = new Answer(
                    "a", null, ExtraFields.none().with("ratings", CanonicalJson.tree("{\"helpful\":\"very\"}")));
            assertEquals(foreign, SaidOfAnswer.takenFrom(foreign));
            assertEquals(Map.of(), SaidOfAnswer.read(foreign).ratings());
        }
    }

    @Test
    void remarksSayWhyAnItemWasNotRankedAndAreNothingToRank() throws IOException {
        try (TestWorld world = TestWorld.on(TestDatabases.H2)) {
            Project project = RichProject.make(world, folder);
            List<Prompt> remarks = records(world, project, ExportKind.REMARKS).stream()
                    .map(Prompt.class::cast)
                    .toList();
            assertEquals(List.of("ALL_BAD", "NOT_RANKABLE", "SKIP", "SKIP"), said(remarks, "outcome"));
            assertEquals(2, said(remarks, "comment").size());
            assertEquals(List.of("language: 看不懂", "language: 看不懂"), said(remarks, "reason"));

            Path file = export(world, project, "records", ExportKind.REMARKS);
            Project other = world.project("other", TestWorld.plain(1));
            DataFormatException refused = assertThrows(
                    DataFormatException.class,
                    () -> world.services().importing().items(world.owner().id(), other.id(), file));
            assertTrue(refused.getMessage().contains("a remark on an item"), refused.getMessage());
        }
    }

    /** The guideline of the first store stands in the export of the third one, too. */
    @Test
    void guidelineAndNamesOfTheFirstStoreAreKeptThroughTwoOthers() throws IOException {
        try (TestWorld first = TestWorld.on(TestDatabases.H2);
                TestWorld second = TestWorld.on(TestDatabases.H2);
                TestWorld third = TestWorld.on(TestDatabases.H2)) {
            Project project = RichProject.make(first, folder);
            String guideline =
                    first.services().projects().guideline(project.id()).sha256();
            List<String> ids = said(rankings(first, project), "judgement_ids");
            Project copy = copied(first, project, second);
            Project copyOfCopy = copied(second, copy, third);

            List<Ranking> arrived = rankings(third, copyOfCopy);
            assertTrue(said(arrived, "guideline_sha").stream().allMatch(guideline::equals), "its own guideline");
            assertEquals(
                    ids.stream().sorted().toList(),
                    arrived.stream()
                            .map(one -> one.attributes()
                                    .extra()
                                    .get("imported_from")
                                    .orElseThrow()
                                    .path("judgement_ids")
                                    .toString())
                            .sorted()
                            .toList());
        }
    }

    private Project copied(TestWorld from, Project project, TestWorld to) throws IOException {
        Project copy = to.project("copy", TestWorld.plain(1));
        to.services()
                .projects()
                .publishGuideline(
                        to.owner().id(),
                        copy.id(),
                        "Other rules of " + to.owner().id());
        Path file = export(from, project, "records", ExportKind.RANKINGS);
        to.services().importing().judgements(to.owner().id(), copy.id(), file);
        return copy;
    }

    private static List<String> said(List<? extends JsonRecord> records, String field) {
        return records.stream()
                .map(JsonRecord::toJson)
                .filter(json -> json.has(field))
                .map(json -> json.get(field).isTextual()
                        ? json.get(field).textValue()
                        : json.get(field).toString())
                .sorted()
                .toList();
    }

    private static List<ItemJudgement> judgements(TestWorld world, Project project) {
        UUID owner = world.owner().id();
        return LongStream.rangeClosed(1, RichProject.ITEMS)
                .mapToObj(number -> world.services()
                        .itemList()
                        .find(owner, project.id(), number)
                        .orElseThrow())
                .flatMap(item -> world.services().itemJudgements().of(owner, item.id()).stream())
                .toList();
    }

    private static List<Ranking> rankings(TestWorld world, Project project) {
        return records(world, project, ExportKind.RANKINGS).stream()
                .map(Ranking.class::cast)
                .toList();
    }

    private static List<JsonRecord> records(TestWorld world, Project project, ExportKind kind) {
        return new ExportedRecords(world.services().database(), world.services().judgements())
                .of(project.id(), kind, world.services().ledger().head());
    }

    private Path export(TestWorld world, Project project, String format, ExportKind kind) throws IOException {
        Path file = Files.createTempDirectory(folder, "out").resolve("out.jsonl");
        ExportRequest what = ExportRequest.in(
                Formats.named(format).orElseThrow(),
                kind,
                world.services().ledger().head());
        world.services().exporting().write(world.owner().id(), project.id(), what, file, records -> {});
        return file;
    }
}
