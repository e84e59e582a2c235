package dev.lichen.annotation.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.store.CanonicalJson;
import dev.lichen.annotation.store.JudgementOutcome;
import dev.lichen.annotation.store.StoredJudgement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComparisonsTest {

    /** A body as it was written before comparisons were kept. */
    private static final String OLD_BODY =
            "{\"acceptableTier\":1,\"confidence\":null,\"effort\":{\"activeMilliseconds\":1000,\"focusLosses\":0,"
                    + "\"keyEvents\":4,\"pointerEvents\":0,\"wallMilliseconds\":2000},\"flags\":[],\"ratings\":[],"
                    + "\"setting\":{\"guideline\":\"00000000-0000-0000-0000-000000000001\",\"order\":[1,0],"
                    + "\"policy\":\"order\",\"propensity\":1.0,\"purpose\":\"NORMAL\","
                    + "\"schema\":\"00000000-0000-0000-0000-000000000002\",\"training\":false},"
                    + "\"strengths\":[],\"tiers\":[1,2]}";

    private static final List<Comparison> SAID = List.of(
            new Comparison(1, 0, Comparison.Outcome.FIRST, 1200),
            new Comparison(2, 1, Comparison.Outcome.TIE, 800),
            new Comparison(1, 0, Comparison.Outcome.SECOND, 300));

    @Test
    void aBodyWithoutComparisonsIsWrittenAsBeforeTheyWereKept() {
        Verdict verdict = CanonicalJson.read(OLD_BODY, Verdict.class);
        assertEquals(List.of(), verdict.comparisons());
        assertEquals(OLD_BODY, CanonicalJson.write(verdict));
    }

    @ParameterizedTest
    @EnumSource
    void comparisonsAreKeptBySlotAsTheyWereMadeAndComeBackByPosition(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(2));
            world.items(project, 1, 3);
            Account person = world.annotator(project);
            WorkQueue queue = world.services().queue();
            WorkItem work = queue.next(person.id(), project.id()).orElseThrow();
            queue.submit(person.id(), work.assignment(), comparing(SAID));

            StoredJudgement stored =
                    world.services().judgements().latestOf(work.assignment()).orElseThrow();
            List<Integer> order = Verdict.of(stored).setting().order();
            assertEquals(
                    SAID.stream().map(said -> said.of(order::get)).toList(),
                    Verdict.of(stored).comparisons());
            Submission again =
                    queue.open(person.id(), work.assignment()).previous().orElseThrow();
            assertEquals(SAID, again.comparisons());
            assertTrue(world.services().verification().verify().holds());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoComparesNothingLeavesNoTraceOfComparisons(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(2));
            world.items(project, 1, 3);
            Account person = world.annotator(project);
            WorkItem work =
                    world.services().queue().next(person.id(), project.id()).orElseThrow();
            world.services().queue().submit(person.id(), work.assignment(), TestWorld.byText(work));
            StoredJudgement stored =
                    world.services().judgements().latestOf(work.assignment()).orElseThrow();
            assertFalse(stored.body().contains("comparisons"), stored.body());
        }
    }

    @ParameterizedTest
    @EnumSource
    void comparisonsOfAnswersThatWereNotShownAreRefused(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(2));
            world.items(project, 1, 3);
            Account person = world.annotator(project);
            WorkItem work =
                    world.services().queue().next(person.id(), project.id()).orElseThrow();
            refuses(world, person, work, new Comparison(0, 3, Comparison.Outcome.TIE, 1), "answers 0 and 3");
            refuses(world, person, work, new Comparison(1, 1, Comparison.Outcome.TIE, 1), "answers 1 and 1");
            refuses(world, person, work, new Comparison(0, 1, Comparison.Outcome.TIE, -1), "-1 ms");
        }
    }

    private static void refuses(TestWorld world, Account person, WorkItem work, Comparison wrong, String found) {
        WorkException refusal = assertThrows(
                WorkException.class,
                () -> world.services().queue().submit(person.id(), work.assignment(), comparing(List.of(wrong))));
        assertTrue(String.valueOf(refusal.getMessage()).contains(found), refusal.getMessage());
    }

    private static Submission comparing(List<Comparison> comparisons) {
        return new Submission(
                JudgementOutcome.JUDGED,
                List.of(1, 2, 2),
                null,
                List.of(),
                List.of(),
                List.of(),
                comparisons,
                Submission.Words.none(),
                TestWorld.SOME_EFFORT);
    }
}
