package dev.lichen.annotation.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.queue.Submission;
import dev.lichen.annotation.queue.WorkItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;

class LedgerTest {

    @TempDir
    Path folder;

    private static void judgeThree(TestWorld world) {
        Project project = world.project("p", TestWorld.plain(3));
        world.items(project, 1, 3);
        for (int i = 0; i < 3; i++) {
            world.judgeNext(world.annotator(project), project);
        }
    }

    @ParameterizedTest
    @EnumSource
    void chainOfAnUntouchedDatabaseHolds(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            judgeThree(world);
            LedgerVerification.Result result = world.services().verification().verify();
            assertTrue(result.holds(), result::fault);
            assertEquals(3, result.judgements());
            assertEquals(world.services().ledger().head(), result.head());
        }
    }

    @ParameterizedTest
    @EnumSource
    void factsCannotBeChangedOrDeleted(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            judgeThree(world);
            List<String> attempts = List.of(
                    "update judgement set outcome = 'ALL_BAD'",
                    "delete from judgement",
                    "update ledger_event set payload = '{}'",
                    "delete from ledger_event",
                    "update presentation set slot_order = '0,1,2'",
                    "update guideline_version set content = 'other'",
                    "update item_answer set content = 'other'");
            for (String attempt : attempts) {
                var statement = world.services().database().jdbc().sql(attempt);
                String message = assertThrows(DataAccessException.class, statement::update, attempt)
                        .getMostSpecificCause()
                        .getMessage();
                assertTrue(message.contains("append-only"), message);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void changedJudgementIsFound(TestDatabases databases) {
        assertFault(
                databases,
                "judgement",
                "update judgement set body = replace(body, '[1,2,3]', '[3,2,1]')"
                        + " where ledger_seq = (select max(ledger_seq) from judgement)",
                "was changed");
    }

    @ParameterizedTest
    @EnumSource
    void changedEventIsFound(TestDatabases databases) {
        assertFault(
                databases,
                "ledger_event",
                "update ledger_event set subject = 'x' where seq = 2",
                "Event 2 was changed");
    }

    @ParameterizedTest
    @EnumSource
    void changedGuidelineAndSchemaAreFound(TestDatabases databases) {
        assertFault(
                databases,
                "guideline_version",
                "update guideline_version set content = 'Whatever pleases.' where version = 1",
                "Version 1 of the guideline was changed");
        assertFault(
                databases,
                "schema_version",
                "update schema_version set content = replace(content, 'harmful', 'harmless')",
                "Version 1 of the schema was changed");
    }

    @ParameterizedTest
    @EnumSource
    void changedTextsOfItemsAndWritersOfAnswersAreFound(TestDatabases databases) {
        for (String tampering : List.of(
                "update item_answer set content = 'nicer' where slot = 1",
                "update item_answer set generator = 'another model' where slot = 0",
                "delete from item_answer where slot = 1",
                "update item set prompt = replace(prompt, 'why', 'who')")) {
            try (TestWorld world = TestWorld.on(databases)) {
                importOne(world);
                assertTrue(world.services().verification().verify().holds());
                Tampering.run(world.services().database(), "item_answer", tampering);
                LedgerVerification.Result result =
                        world.services().verification().verify();
                assertFalse(result.holds(), tampering);
                assertTrue(result.fault().contains("Items of the import of event"), result.fault());
            }
        }
    }

    private void importOne(TestWorld world) {
        Project project = world.project("p", TestWorld.plain(1));
        try {
            Path file = Files.writeString(
                    folder.resolve("items.jsonl"),
                    "{\"prompt\":[{\"role\":\"user\",\"content\":\"why\"}],\"answers\":[{\"content\":\"so\","
                            + "\"generator\":\"m\"},{\"content\":\"no\"}],\"tiers\":[1,2]}\n");
            world.services().importing().items(world.owner().id(), project.id(), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void missingJudgementIsFound(TestDatabases databases) {
        assertFault(
                databases,
                "judgement",
                "delete from judgement where ledger_seq = (select max(ledger_seq) from judgement)",
                "is missing");
    }

    @ParameterizedTest
    @EnumSource
    void chainThatWasCutIsFoundByANotedHead(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            judgeThree(world);
            String noted = world.services().ledger().head().hash();
            assertTrue(world.services().verification().verify(noted, rows -> {}).holds());
            Tampering.run(
                    world.services().database(),
                    "judgement",
                    "delete from judgement where ledger_seq = (select max(ledger_seq) from judgement)");
            Tampering.run(
                    world.services().database(),
                    "ledger_event",
                    "delete from ledger_event where seq = (select max(seq) from ledger_event)");
            world.services()
                    .database()
                    .jdbc()
                    .sql("update ledger_head set seq = seq - 1,"
                            + " hash = (select hash from ledger_event order by seq desc limit 1)")
                    .update();
            assertTrue(world.services().verification().verify().holds());
            assertFalse(
                    world.services().verification().verify(noted, rows -> {}).holds());
        }
    }

    @ParameterizedTest
    @EnumSource
    void erasureDestroysWordsAndLeavesTheChain(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 1, 2);
            Account person = world.annotator(project);
            WorkItem work =
                    world.services().queue().next(person.id(), project.id()).orElseThrow();
            Submission words = new Submission(
                    JudgementOutcome.JUDGED,
                    List.of(1, 2),
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    new Submission.Words("my own words", null, null),
                    TestWorld.SOME_EFFORT);
            world.services().queue().submit(person.id(), work.assignment(), words);
            StoredJudgement stored =
                    world.services().judgements().latestOf(work.assignment()).orElseThrow();
            assertTrue(
                    world.services().judgements().freeText(stored).orElseThrow().contains("my own words"));

            world.services().accounts().erase(person.id(), person.id());
            assertTrue(world.services().judgements().freeText(stored).isEmpty());
            assertTrue(world.services().verification().verify().holds());
            assertTrue(world.services().accounts().find(person.login()).isEmpty());
            assertFalse(world.services()
                    .signIn()
                    .authenticate(person.login(), TestWorld.PASSWORD)
                    .isPresent());
        }
    }

    @ParameterizedTest
    @EnumSource
    void judgementsAsOfAPastHeadStayTheSame(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(2));
            world.items(project, 2, 2);
            Account person = world.annotator(project);
            WorkItem work =
                    world.services().queue().next(person.id(), project.id()).orElseThrow();
            world.services().queue().submit(person.id(), work.assignment(), TestWorld.byText(work));
            LedgerHead head = world.services().ledger().head();
            JudgementStore judgements = world.services().judgements();
            UUID item = judgements.latestOf(work.assignment()).orElseThrow().item();
            List<StoredJudgement> before = judgements.ofItem(item, head);

            world.services()
                    .queue()
                    .correct(person.id(), work.assignment(), Submission.ranking(List.of(1, 1), TestWorld.SOME_EFFORT));
            world.judgeNext(person, project);
            assertEquals(before, judgements.ofItem(item, head));
            LedgerHead now = world.services().ledger().head();
            assertEquals(2, judgements.ofItem(item, now).getFirst().revision());
            assertEquals(3, judgements.between(project.id(), 0, now.seq(), 10).size());
        }
    }

    private static void assertFault(TestDatabases databases, String table, String tampering, String fault) {
        try (TestWorld world = TestWorld.on(databases)) {
            judgeThree(world);
            Tampering.run(world.services().database(), table, tampering);
            LedgerVerification.Result result = world.services().verification().verify();
            assertFalse(result.holds());
            assertTrue(result.fault().contains(fault), result.fault());
        }
    }
}
