package dev.lichen.annotation.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.NotAllowedException;
import dev.lichen.annotation.project.ItemFilter;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.ProjectException;
import dev.lichen.annotation.queue.Comparison;
import dev.lichen.annotation.queue.History;
import dev.lichen.annotation.queue.Submission;
import dev.lichen.annotation.queue.WorkItem;
import dev.lichen.annotation.store.EventKind;
import dev.lichen.annotation.store.JudgementOutcome;
import dev.lichen.annotation.store.LedgerHead;
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.Demonstration;
import dev.lichen.datasets.ExtraFields;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.formats.Datasets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExchangeTest {

    private static final String THREE = """
            {"prompt":[{"role":"user","content":"q1"}],"answers":[{"content":"a","generator":"gen-a","seed":7},\
            {"content":"b"},{"content":"c"}],"tiers":[1,2,3],"language":"en","topic":"t"}
            {"prompt":[{"role":"user","content":"q2"}],"answers":[{"content":"d"},{"content":"e"}],"tiers":[1,2]}
            """;

    @TempDir
    Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @ParameterizedTest
    @EnumSource
    void exportIsTheRankingsThatWereGivenUnderPseudonyms(TestDatabases databases) throws IOException {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(2));
            world.services().importing().items(world.owner().id(), project.id(), file("in.jsonl", THREE));
            List<Account> people = List.of(world.annotator(project), world.annotator(project));
            people.forEach(person -> {
                world.judgeNext(person, project);
                world.judgeNext(person, project);
            });
            Path out = folder.resolve("out.jsonl");
            LedgerHead head = world.services().ledger().head();
            ExportReport report = world.services()
                    .exporting()
                    .write(world.owner().id(), project.id(), ExportKind.RANKINGS, head, out);
            assertEquals(4, report.records());

            List<Ranking> read = Datasets.readRankings(out).records();
            Ranking first = read.getFirst();
            assertEquals(List.of(1, 2, 3), first.tiers().values());
            assertEquals("gen-a", first.answers().getFirst().generator());
            assertEquals(
                    "7",
                    first.answers().getFirst().extra().get("seed").orElseThrow().toString());
            assertEquals("en", first.attributes().language());
            assertEquals(
                    "\"t\"",
                    first.attributes().extra().get("topic").orElseThrow().toString());
            assertTrue(people.stream()
                    .anyMatch(person ->
                            person.pseudonym().equals(first.judgement().annotator())));
            assertEquals(
                    "[{\"first\":0,\"second\":1,\"p_first\":1.0,\"n\":2},{\"first\":0,\"second\":2,\"p_first\":1.0,\"n\":2},"
                            + "{\"first\":1,\"second\":2,\"p_first\":1.0,\"n\":2}]",
                    first.attributes().extra().get("soft_labels").orElseThrow().toString());
            assertEquals(
                    world.services().projects().guideline(project.id()).sha256(),
                    first.attributes()
                            .extra()
                            .get("guideline_sha")
                            .orElseThrow()
                            .textValue());
            String text = Files.readString(out);
            people.forEach(person -> assertFalse(text.contains(person.login())));
            var last = world.services().ledger().after(head.seq(), 10).getLast();
            assertEquals(EventKind.EXPORTED, last.kind());
        }
    }

    @ParameterizedTest
    @EnumSource
    void comparisonsGoOutWithTheRankingBySlotAndOnlyWhereThereAreAny(TestDatabases databases) throws IOException {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(2));
            world.services().importing().items(world.owner().id(), project.id(), file("in.jsonl", THREE));
            Account person = world.annotator(project);
            WorkItem work =
                    world.services().queue().next(person.id(), project.id()).orElseThrow();
            world.services().queue().submit(person.id(), work.assignment(), comparing(work));
            world.judgeNext(world.annotator(project), project);
            Path out = folder.resolve("compared.jsonl");
            LedgerHead head = world.services().ledger().head();
            world.services().exporting().write(world.owner().id(), project.id(), ExportKind.RANKINGS, head, out);

            List<String> comparisons =
                    List.of("[{\"first\":0,\"milliseconds\":900,\"outcome\":\"FIRST\",\"second\":1}]");
            assertEquals(comparisons, comparisons(out));

            Project copy = world.project("copy", TestWorld.plain(1));
            world.services().importing().judgements(world.owner().id(), copy.id(), out);
            assertEquals(comparisons, comparisons(exported(world, copy, "again.jsonl")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void fieldOfTheSameNameThatIsSomethingElseIsNoComparison(TestDatabases databases) throws IOException {
        String other = THREE.lines()
                .map(
                        line -> line.substring(0, line.length() - 1)
                                + ",\"annotator\":\"ann\",\"comparisons\":[{\"first\":0,\"second\":9,\"outcome\":\"TIE\",\"milliseconds\":1}]}\n")
                .collect(Collectors.joining());
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.services().importing().judgements(world.owner().id(), project.id(), file("other.jsonl", other));
            assertEquals(List.of(), comparisons(exported(world, project, "none.jsonl")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAnExportSaysOfItsJudgementsIsNoPartOfTheItemThatComesBack(TestDatabases databases) throws IOException {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.services().importing().items(world.owner().id(), project.id(), file("in.jsonl", THREE));
            UUID owner = world.owner().id();
            Account person = world.annotator(project);
            WorkItem work =
                    world.services().queue().next(person.id(), project.id()).orElseThrow();
            world.services().queue().submit(person.id(), work.assignment(), comparing(work));
            UUID item = world.services()
                    .itemList()
                    .page(owner, project.id(), new ItemFilter("", null, null), 0, 1)
                    .getFirst()
                    .id();
            UUID decision = world.services().queue().adjudicate(owner, project.id(), item);
            world.services()
                    .queue()
                    .submit(owner, decision, comparing(world.services().queue().open(owner, decision)));
            List<Ranking> out = Datasets.readRankings(exported(world, project, "decided.jsonl"))
                    .records();
            assertEquals(2, out.size());
            assertEquals(
                    1,
                    out.stream()
                            .filter(ranking -> ranking.attributes().extra().has(Provenance.ADJUDICATED))
                            .count());
            out.forEach(ranking -> assertEquals(
                    ExtraFields.none(),
                    ItemFile.item(ranking).attributes().extra().without("topic"),
                    "the topic is the item's own"));
        }
    }

    private Path exported(TestWorld world, Project project, String name) {
        LedgerHead head = world.services().ledger().head();
        Path out = folder.resolve(name);
        world.services().exporting().write(world.owner().id(), project.id(), ExportKind.RANKINGS, head, out);
        return out;
    }

    private static List<String> comparisons(Path rankings) {
        return Datasets.readRankings(rankings).records().stream()
                .flatMap(record -> record.attributes().extra().get("comparisons").stream())
                .map(Object::toString)
                .toList();
    }

    /** The order of the texts, whose first two were compared. */
    private static Submission comparing(WorkItem work) {
        Submission order = TestWorld.byText(work);
        Comparison said =
                new Comparison(order.tiers().indexOf(1), order.tiers().indexOf(2), Comparison.Outcome.FIRST, 900);
        return new Submission(
                order.outcome(),
                order.tiers(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(said),
                order.words(),
                order.effort());
    }

    @ParameterizedTest
    @EnumSource
    void exportAsOfAPastHeadIsTheSameByteForByte(TestDatabases databases) throws IOException {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(3));
            world.services().importing().items(world.owner().id(), project.id(), file("in.jsonl", THREE));
            Account person = world.annotator(project);
            world.judgeNext(person, project);
            LedgerHead head = world.services().ledger().head();
            Path before = folder.resolve("before.jsonl");
            Path after = folder.resolve("after.jsonl");
            Export export = world.services().exporting();
            export.write(world.owner().id(), project.id(), ExportKind.RANKINGS, head, before);

            world.judgeNext(world.annotator(project), project);
            var done = world.services()
                    .history()
                    .page(person.id(), project.id(), History.Filter.all(), Long.MAX_VALUE, 1)
                    .getFirst();
            WorkItem again = world.services().queue().reopen(person.id(), done.assignment());
            world.services()
                    .queue()
                    .correct(
                            person.id(),
                            done.assignment(),
                            Submission.ranking(
                                    Collections.nCopies(again.answers().size(), 1), TestWorld.SOME_EFFORT));
            world.services().projects().publishGuideline(world.owner().id(), project.id(), "new rules");

            LedgerHead found = world.services().ledger().headOf(head.hash()).orElseThrow();
            export.write(world.owner().id(), project.id(), ExportKind.RANKINGS, found, after);
            assertArrayEquals(Files.readAllBytes(before), Files.readAllBytes(after));
            export.write(
                    world.owner().id(),
                    project.id(),
                    ExportKind.RANKINGS,
                    world.services().ledger().head(),
                    after);
            assertTrue(Files.size(after) > Files.size(before));
        }
    }

    @ParameterizedTest
    @EnumSource
    void rewriteIsExportedAsADemonstrationUntilItsAuthorIsErased(TestDatabases databases) throws IOException {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 1, 2);
            Account person = world.annotator(project);
            WorkItem work =
                    world.services().queue().next(person.id(), project.id()).orElseThrow();
            Submission rewriting = new Submission(
                    JudgementOutcome.JUDGED,
                    List.of(1, 2),
                    1,
                    List.of(3),
                    List.of(),
                    List.of(),
                    new Submission.Words("clumsy", "a better answer", 3),
                    TestWorld.SOME_EFFORT);
            world.services().queue().submit(person.id(), work.assignment(), rewriting);
            Path out = folder.resolve("out.jsonl");
            Export export = world.services().exporting();
            LedgerHead head = world.services().ledger().head();
            export.write(world.owner().id(), project.id(), ExportKind.DEMONSTRATIONS, head, out);
            Demonstration demonstration =
                    Datasets.readDemonstrations(out).records().getFirst();
            assertEquals("a better answer", demonstration.response().content());

            world.services().accounts().erase(person.id(), person.id());
            assertEquals(
                    0,
                    export.write(world.owner().id(), project.id(), ExportKind.DEMONSTRATIONS, head, out)
                            .records());
            assertEquals(
                    1,
                    export.write(world.owner().id(), project.id(), ExportKind.RANKINGS, head, out)
                            .records());
        }
    }

    @ParameterizedTest
    @EnumSource
    void badLineIsNamedAndNothingIsImported(TestDatabases databases) throws IOException {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            Path bad = file("bad.jsonl", THREE + "{\"prompt\":[],\"answers\":[],\"tiers\":[]}\n");
            DataFormatException refused = assertThrows(
                    DataFormatException.class,
                    () -> world.services().importing().items(world.owner().id(), project.id(), bad));
            assertTrue(refused.getMessage().contains("bad.jsonl:3"), refused.getMessage());
            assertEquals(0, world.services().items().progress(project.id()).items());
        }
    }

    @ParameterizedTest
    @EnumSource
    void sameFileAndSameItemAreRecognised(TestDatabases databases) throws IOException {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            Import importing = world.services().importing();
            Path file = file("in.jsonl", THREE);
            assertEquals(
                    2,
                    importing
                            .items(world.owner().id(), project.id(), file)
                            .items()
                            .added());
            ProjectException refused = assertThrows(
                    ProjectException.class, () -> importing.items(world.owner().id(), project.id(), file));
            assertTrue(refused.getMessage().startsWith("Duplicate import: in.jsonl was imported on 2026"));
            Path more = file("more.jsonl", THREE + THREE.replace("q1", "q3"));
            ImportReport report = importing.items(world.owner().id(), project.id(), more);
            assertEquals(1, report.items().added());
            assertEquals(3, report.items().duplicates());
        }
    }

    @ParameterizedTest
    @EnumSource
    void recordsWithoutAnswersToRankAreCountedWithTheirPlace(TestDatabases databases) throws IOException {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            Path ratings = file("ratings.jsonl", """
                    {"prompt":[{"role":"user","content":"q"}],"answer":"a","criterion":"helpful","value":3}
                    """);
            DataFormatException refused = assertThrows(
                    DataFormatException.class,
                    () -> world.services().importing().items(world.owner().id(), project.id(), ratings));
            assertTrue(refused.getMessage().contains("neither a prompt nor"), refused.getMessage());
        }
    }

    @ParameterizedTest
    @EnumSource
    void annotatorCannotExport(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            Account person = world.annotator(project);
            LedgerHead head = world.services().ledger().head();
            assertThrows(
                    NotAllowedException.class,
                    () -> world.services()
                            .exporting()
                            .write(person.id(), project.id(), ExportKind.RANKINGS, head, folder.resolve("x.jsonl")));
        }
    }
}
