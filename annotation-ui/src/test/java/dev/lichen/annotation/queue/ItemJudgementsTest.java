package dev.lichen.annotation.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.NotAllowedException;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.ItemState;
import dev.lichen.annotation.project.ListedItem;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.store.JudgementOutcome;
import dev.lichen.datasets.Tiers;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ItemJudgementsTest {

    private static ItemJudgement ranked(Purpose purpose, Integer... tiers) {
        Verdict.Setting setting = new Verdict.Setting(
                purpose, false, List.of(0, 1, 2), new UUID(0, 1), new UUID(0, 2), "order", 1, SamplingArm.ORDER);
        Verdict verdict = new Verdict(
                Arrays.asList(tiers), null, List.of(), List.of(), List.of(), List.of(), null, setting, Effort.none());
        return new ItemJudgement("a", JudgementOutcome.JUDGED, 1, verdict, Submission.Words.none(), Instant.EPOCH);
    }

    @ParameterizedTest
    @EnumSource
    void whatPeopleSayIsShownByPseudonymInItsNewestVersion(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(3));
            world.items(project, 1, 3);
            UUID owner = world.owner().id();
            UUID item = world.services()
                    .itemList()
                    .find(owner, project.id(), 1)
                    .orElseThrow()
                    .id();
            Account first = world.annotator(project);
            Account second = world.annotator(project);
            WorkQueue queue = world.services().queue();
            WorkItem work = queue.next(first.id(), project.id()).orElseThrow();
            queue.submit(first.id(), work.assignment(), Submission.ranking(List.of(1, 2, 3), TestWorld.SOME_EFFORT));
            queue.correct(first.id(), work.assignment(), TestWorld.byText(work));
            WorkItem other = queue.next(second.id(), project.id()).orElseThrow();
            queue.submit(
                    second.id(),
                    other.assignment(),
                    Submission.unranked(JudgementOutcome.ALL_BAD, TestWorld.SOME_EFFORT));

            List<ItemJudgement> shown = world.services().itemJudgements().of(owner, item);
            assertEquals(
                    List.of(first.pseudonym(), second.pseudonym()),
                    shown.stream().map(ItemJudgement::pseudonym).toList());
            assertEquals(List.of(1, 2, 3), shown.getFirst().tiers());
            assertEquals(2, shown.getFirst().revision());
            assertEquals(JudgementOutcome.ALL_BAD, shown.getLast().outcome());
            assertThrows(
                    NotAllowedException.class,
                    () -> world.services().itemJudgements().of(first.id(), item));
            assertEquals(
                    2,
                    world.services()
                            .itemJudgements()
                            .of(world.member(project, Role.AUDITOR).id(), item)
                            .size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenAndFlaggedBeforeAnItemIsLeftIsKeptAndShown(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(2));
            world.items(project, 1, 3);
            Account person = world.annotator(project);
            WorkQueue queue = world.services().queue();
            WorkItem work = queue.next(person.id(), project.id()).orElseThrow();
            queue.leave(
                    person.id(),
                    work.assignment(),
                    new Submission(
                            JudgementOutcome.FLAGGED,
                            List.of(),
                            null,
                            List.of(),
                            List.of(),
                            List.of(new Submission.AnswerFlag(1, "untrue")),
                            new Submission.Words("the second one is cut off", "a better one", "broken", null),
                            TestWorld.SOME_EFFORT));

            UUID owner = world.owner().id();
            ListedItem held =
                    world.services().itemList().find(owner, project.id(), 1).orElseThrow();
            assertEquals(ItemState.HELD, held.state());
            ItemJudgement shown =
                    world.services().itemJudgements().of(owner, held.id()).getFirst();
            assertEquals("the second one is cut off", shown.words().comment());
            assertEquals("a better one", shown.words().rewrite());
            assertEquals("broken", shown.words().reason());
            int flagged = shown.verdict().setting().order().get(1);
            assertEquals(List.of("untrue"), shown.verdict().flagsOf(flagged));
            assertEquals(TestWorld.SOME_EFFORT, shown.verdict().effort());
        }
    }

    @Test
    void aJudgementIsNoWayToLeaveAnItemNorTheOtherWayRound() {
        try (TestWorld world = TestWorld.on(TestDatabases.H2)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 1, 2);
            Account person = world.annotator(project);
            WorkQueue queue = world.services().queue();
            WorkItem work = queue.next(person.id(), project.id()).orElseThrow();
            assertThrows(
                    WorkException.class, () -> queue.leave(person.id(), work.assignment(), TestWorld.byText(work)));
            assertThrows(
                    WorkException.class,
                    () -> queue.submit(
                            person.id(), work.assignment(), Submission.left(JudgementOutcome.SKIP, "later")));
        }
    }

    /** Two say 1 > 0 > 2 and one says 0 > 1 = 2: 1 beats 0 by 2 to 1, 0 beats 2 by 3 to 0, 1 beats 2 by 2 to 0. */
    @Test
    void peoplesOwnOrdersComeToOne() {
        List<ItemJudgement> judgements = List.of(
                ranked(Purpose.NORMAL, 2, 1, 3),
                ranked(Purpose.NORMAL, 2, 1, 3),
                ranked(Purpose.NORMAL, 1, 2, 2),
                ranked(Purpose.REPEAT, 3, 2, 1),
                ranked(Purpose.GOLD, 3, 2, 1));
        assertEquals(Optional.of(Tiers.of(2, 1, 3)), ItemJudgements.consensus(judgements));
    }

    @Test
    void anAnswerThatNobodyRankedHasNoPlace() {
        assertEquals(
                Optional.of(Tiers.of(1, 0, 2)),
                ItemJudgements.consensus(
                        List.of(ranked(Purpose.NORMAL, 1, null, 2), ranked(Purpose.NORMAL, 1, null, 2))));
    }

    @Test
    void onePersonAloneIsNoConsensus() {
        assertEquals(
                Optional.empty(),
                ItemJudgements.consensus(List.of(ranked(Purpose.NORMAL, 1, 2), ranked(Purpose.ADJUDICATE, 1, 2))));
    }
}
