package dev.lichen.annotation.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.store.JudgementOutcome;
import dev.lichen.annotation.store.StoredJudgement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkQueueTest {

    private static final Duration AFTER_THE_LEASE = Duration.ofSeconds(601);

    @ParameterizedTest
    @EnumSource
    void judgementIsKeptBySlotWhateverTheOrderShown(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(3));
            world.items(project, 1, 4);
            for (int i = 0; i < 3; i++) {
                assertTrue(world.judgeNext(world.annotator(project), project));
            }
            List<StoredJudgement> stored = world.services()
                    .judgements()
                    .between(project.id(), 0, world.services().ledger().head().seq(), 10);
            assertEquals(3, stored.size());
            stored.forEach(
                    one -> assertEquals(List.of(1, 2, 3, 4), Verdict.of(one).tiers()));
            long orders = stored.stream()
                    .map(one -> Verdict.of(one).setting().order())
                    .distinct()
                    .count();
            assertEquals(3, orders);
        }
    }

    @ParameterizedTest
    @EnumSource
    void itemGoesToAsManyPeopleAsTheOverlapTargetAndNoMore(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(2));
            world.items(project, 1, 2);
            assertTrue(world.judgeNext(world.annotator(project), project));
            assertTrue(world.judgeNext(world.annotator(project), project));
            assertFalse(world.judgeNext(world.annotator(project), project));
        }
    }

    @ParameterizedTest
    @EnumSource
    void openItemIsOpenedAgainInsteadOfAnother(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 5, 3);
            Account person = world.annotator(project);
            WorkQueue queue = world.services().queue();
            WorkItem first = queue.next(person.id(), project.id()).orElseThrow();
            WorkItem second = queue.next(person.id(), project.id()).orElseThrow();
            assertEquals(first.assignment(), second.assignment());
            assertEquals(first.answers(), second.answers());
        }
    }

    @ParameterizedTest
    @EnumSource
    void draftOfAnotherTabIsNotOverwritten(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 1, 3);
            Account person = world.annotator(project);
            WorkQueue queue = world.services().queue();
            WorkItem work = queue.next(person.id(), project.id()).orElseThrow();
            assertEquals(new DraftResult.Saved(1), queue.saveDraft(person.id(), work.assignment(), "one", 0));
            assertEquals(new DraftResult.Saved(2), queue.saveDraft(person.id(), work.assignment(), "two", 1));
            DraftResult stale = queue.saveDraft(person.id(), work.assignment(), "other tab", 1);
            assertEquals(
                    "two",
                    assertInstanceOf(DraftResult.Conflict.class, stale)
                            .current()
                            .body());
            assertInstanceOf(DraftResult.Conflict.class, queue.saveDraft(person.id(), work.assignment(), "new tab", 0));
            WorkException behind = assertThrows(
                    WorkException.class, () -> queue.submit(person.id(), work.assignment(), TestWorld.byText(work), 1));
            assertEquals(WorkRefusal.NEWER_DRAFT, behind.reason());
            assertEquals(
                    1,
                    queue.submit(person.id(), work.assignment(), TestWorld.byText(work), 2)
                            .revision());
        }
    }

    @ParameterizedTest
    @EnumSource
    void expiredLeaseGivesThePlaceBackAndKeepsTheDraft(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 1, 3);
            Account slow = world.annotator(project);
            WorkQueue queue = world.services().queue();
            WorkItem work = queue.next(slow.id(), project.id()).orElseThrow();
            queue.saveDraft(slow.id(), work.assignment(), "half done", 0);
            world.clock().advance(AFTER_THE_LEASE);

            Account quick = world.annotator(project);
            WorkItem taken = queue.next(quick.id(), project.id()).orElseThrow();
            assertEquals(new DraftResult.Kept(2), queue.saveDraft(slow.id(), work.assignment(), "nearly done", 1));
            assertThrows(WorkException.class, () -> queue.submit(slow.id(), work.assignment(), TestWorld.byText(work)));

            queue.leave(quick.id(), taken.assignment(), Submission.left(JudgementOutcome.SKIP, "not my subject"));
            WorkItem offered = queue.next(slow.id(), project.id()).orElseThrow();
            assertEquals(work.assignment(), offered.assignment());
            assertEquals("nearly done", offered.draft().orElseThrow().body());
            assertEquals(
                    1,
                    queue.submit(slow.id(), offered.assignment(), TestWorld.byText(offered))
                            .revision());
        }
    }

    @ParameterizedTest
    @EnumSource
    void expiredLeaseIsRenewedBySubmittingWhileThePlaceIsOpen(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 1, 3);
            Account person = world.annotator(project);
            WorkQueue queue = world.services().queue();
            WorkItem work = queue.next(person.id(), project.id()).orElseThrow();
            world.clock().advance(AFTER_THE_LEASE);
            assertEquals(1, queue.sweep());
            queue.submit(person.id(), work.assignment(), TestWorld.byText(work));
            assertFalse(world.judgeNext(world.annotator(project), project));
        }
    }

    private static Submission acceptableTo(int tier, Submission said) {
        return new Submission(
                said.outcome(),
                said.tiers(),
                tier,
                said.strengths(),
                said.ratings(),
                said.flags(),
                said.comparisons(),
                said.words(),
                said.effort());
    }

    @ParameterizedTest
    @EnumSource
    void doubleSubmitIsStoredOnceAndCorrectionsAreRevisions(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 1, 2);
            Account person = world.annotator(project);
            WorkQueue queue = world.services().queue();
            WorkItem work = queue.next(person.id(), project.id()).orElseThrow();
            Receipt first = queue.submit(person.id(), work.assignment(), TestWorld.byText(work));
            assertEquals(first, queue.submit(person.id(), work.assignment(), TestWorld.byText(work)));

            Submission tied = Submission.ranking(List.of(1, 1), TestWorld.SOME_EFFORT);
            assertThrows(WorkException.class, () -> queue.submit(person.id(), work.assignment(), tied));
            Submission onlyTheLineDiffers = acceptableTo(1, TestWorld.byText(work));
            assertThrows(WorkException.class, () -> queue.submit(person.id(), work.assignment(), onlyTheLineDiffers));
            assertEquals(2, queue.correct(person.id(), work.assignment(), tied).revision());
            assertEquals(2, queue.correct(person.id(), work.assignment(), tied).revision());
            assertEquals(
                    List.of(1, 1),
                    queue.reopen(person.id(), work.assignment())
                            .previous()
                            .orElseThrow()
                            .tiers());
            assertEquals(
                    1,
                    world.services()
                            .history()
                            .page(person.id(), project.id(), History.Filter.all(), Long.MAX_VALUE, 10)
                            .size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void untouchedOrderIsNoAnswer(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 1, 2);
            Account person = world.annotator(project);
            WorkQueue queue = world.services().queue();
            WorkItem work = queue.next(person.id(), project.id()).orElseThrow();
            Submission untouched = Submission.ranking(List.of(1, 2), Effort.none());
            WorkException refused =
                    assertThrows(WorkException.class, () -> queue.submit(person.id(), work.assignment(), untouched));
            assertEquals(
                    "Nothing was ranked: expected at least two answers put in order by hand", refused.getMessage());
        }
    }

    @ParameterizedTest
    @EnumSource
    void flaggedItemIsWithheldFromEverybody(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(2));
            world.items(project, 1, 2);
            Account person = world.annotator(project);
            WorkQueue queue = world.services().queue();
            WorkItem work = queue.next(person.id(), project.id()).orElseThrow();
            queue.leave(
                    person.id(), work.assignment(), Submission.left(JudgementOutcome.FLAGGED, "the prompt is cut off"));
            Account other = world.annotator(project);
            assertTrue(queue.next(other.id(), project.id()).isEmpty());
            assertEquals(
                    JudgementOutcome.FLAGGED,
                    world.services()
                            .history()
                            .page(person.id(), project.id(), History.Filter.all(), Long.MAX_VALUE, 1)
                            .getFirst()
                            .outcome());
            world.services()
                    .items()
                    .release(
                            world.owner().id(),
                            world.services()
                                    .items()
                                    .held(world.owner().id(), project.id())
                                    .getFirst()
                                    .id());
            assertTrue(queue.next(other.id(), project.id()).isPresent());
        }
    }

    @ParameterizedTest
    @EnumSource
    void workOfAnotherPersonIsOutOfReach(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(2));
            world.items(project, 1, 2);
            Account person = world.annotator(project);
            Account other = world.annotator(project);
            WorkQueue queue = world.services().queue();
            WorkItem work = queue.next(person.id(), project.id()).orElseThrow();
            assertThrows(
                    WorkException.class, () -> queue.submit(other.id(), work.assignment(), TestWorld.byText(work)));
            assertThrows(WorkException.class, () -> queue.saveDraft(other.id(), work.assignment(), "x", 0));
        }
    }
}
