package dev.lichen.annotation.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.exchange.ExportKind;
import dev.lichen.annotation.exchange.ExportedRecords;
import dev.lichen.annotation.exchange.ImportReport;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.store.JudgementOutcome;
import dev.lichen.datasets.Demonstration;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Prompts without answers, which people answer themselves. */
class WritingTest {

    private static final String PROMPTS = """
            {"prompt":[{"role":"user","content":"What is a lichen?"}],"language":"en"}
            {"prompt":[{"role":"user","content":"地衣是什么？"}],"language":"zh"}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenBecomesADemonstrationAndNoRanking(TestDatabases databases) throws IOException {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = withPrompts(world);
            Account person = world.annotator(project);
            WorkItem work = next(world, person, project);
            assertEquals(List.of(), work.answers());
            world.services().queue().submit(person.id(), work.assignment(), written("A fungus and its alga."));

            Demonstration only = (Demonstration)
                    exported(world, project, ExportKind.DEMONSTRATIONS).getFirst();
            assertEquals(
                    Message.assistant("A fungus and its alga."), only.messages().getLast());
            assertEquals(
                    work.prompt().getFirst().text(), only.messages().getFirst().content());
            assertEquals(List.of(), exported(world, project, ExportKind.RANKINGS));
            assertEquals(0, world.services().items().size(project.id()).rankings());
            assertTrue(world.services().verification().verify().holds());
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingWrittenIsNoAnswer(TestDatabases databases) throws IOException {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = withPrompts(world);
            Account person = world.annotator(project);
            UUID work = next(world, person, project).assignment();
            WorkQueue queue = world.services().queue();
            assertThrows(WorkException.class, () -> queue.submit(person.id(), work, written(" ")));
            Submission bad = Submission.unranked(JudgementOutcome.ALL_BAD, Effort.none());
            assertThrows(WorkException.class, () -> queue.submit(person.id(), work, bad));
            queue.submit(person.id(), work, written("An answer"));
            assertEquals(
                    1, queue.submit(person.id(), work, written("An answer")).revision());
            assertThrows(WorkException.class, () -> queue.submit(person.id(), work, written("Another answer")));
            assertEquals(
                    2,
                    queue.correct(person.id(), work, written("Another answer")).revision());
            assertEquals(
                    "Another answer",
                    queue.reopen(person.id(), work)
                            .previous()
                            .orElseThrow()
                            .words()
                            .rewrite());
        }
    }

    @ParameterizedTest
    @EnumSource
    void writingsAreNoAgreementAndNoRepeats(TestDatabases databases) throws IOException {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = withPrompts(world);
            world.items(project, 1, 3);
            for (Account person : List.of(world.annotator(project), world.annotator(project))) {
                for (int item = 0; item < 3; item++) {
                    WorkItem work = next(world, person, project);
                    Submission said = work.answers().isEmpty() ? written("Mine") : TestWorld.byText(work);
                    world.services().queue().submit(person.id(), work.assignment(), said);
                }
            }
            var quality = world.services().quality().of(world.owner().id(), project.id());
            assertEquals(1, quality.consensus().size());
            assertFalse(quality.agreements().isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPromptAmongRankingsIsSkippedAndSaidSo(TestDatabases databases) throws IOException {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(2));
            String replies = reply("r0", 0) + "," + reply("r1", 1);
            Path mixed = Files.writeString(folder.resolve("trees.jsonl"), tree("t1", replies) + tree("t2", ""));
            ImportReport report =
                    world.services().importing().items(world.owner().id(), project.id(), mixed);
            assertEquals(1, report.items().added());
            assertEquals(0, report.items().toWrite());
            assertTrue(report.lines().getLast().contains("without answers"), () -> String.join("\n", report.lines()));
        }
    }

    private static String tree(String id, String replies) {
        return """
                {"message_tree_id":"%1$s","tree_state":"ready_for_export","prompt":{"message_id":"%1$s",\
                "text":"question %1$s","role":"prompter","lang":"en","replies":[%2$s]}}
                """.formatted(id, replies);
    }

    private static String reply(String id, int rank) {
        return """
                {"message_id":"%1$s","text":"answer %1$s","role":"assistant","lang":"en","rank":%2$d,"replies":[]}""".formatted(id, rank);
    }

    private Project withPrompts(TestWorld world) throws IOException {
        Project project = world.project("p", TestWorld.plain(2));
        Path file = Files.writeString(folder.resolve("prompts.jsonl"), PROMPTS);
        ImportReport report = world.services().importing().items(world.owner().id(), project.id(), file);
        assertEquals(2, report.items().toWrite());
        return project;
    }

    private List<? extends JsonRecord> exported(TestWorld world, Project project, ExportKind kind) {
        ExportedRecords records = new ExportedRecords(
                world.services().database(), world.services().judgements());
        return records.of(project.id(), kind, world.services().ledger().head());
    }

    private static WorkItem next(TestWorld world, Account person, Project project) {
        return world.services().queue().next(person.id(), project.id()).orElseThrow();
    }

    private static Submission written(String answer) {
        return new Submission(
                JudgementOutcome.JUDGED,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                new Submission.Words(null, answer, null),
                Effort.none());
    }
}
