package dev.lichen.annotation.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.NotAllowedException;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.store.JudgementOutcome;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reviewers return judgements, which are corrected as new revisions, and decide items by judging them themselves. */
class ReviewsTest {

    /** A project with one judged item, and the people around it. */
    private record Scene(TestWorld world, Project project, Account annotator, Account reviewer)
            implements AutoCloseable {

        static Scene on(TestDatabases databases) {
            TestWorld world = TestWorld.on(databases);
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 1, 3);
            Scene scene = new Scene(world, project, world.annotator(project), world.member(project, Role.REVIEWER));
            world.judgeNext(scene.annotator(), project);
            return scene;
        }

        Reviews reviews() {
            return world.services().reviews();
        }

        WorkQueue queue() {
            return world.services().queue();
        }

        @Override
        public void close() {
            world.close();
        }

        List<ReviewEntry> waiting() {
            return reviews().waiting(reviewer.id(), project.id(), 10);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReviewerSeesTheOrderAndNoWriter(TestDatabases databases) {
        try (Scene scene = Scene.on(databases)) {
            ReviewEntry entry = scene.waiting().getFirst();
            assertEquals(scene.annotator().pseudonym(), entry.pseudonym());
            assertEquals(
                    List.of(1, 2, 3),
                    entry.answers().stream().map(ReviewEntry.Placed::tier).toList());
            assertFalse(entry.toString().contains("model-"), entry.toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void acceptedWorkWaitsNoLonger(TestDatabases databases) {
        try (Scene scene = Scene.on(databases)) {
            UUID judgement = scene.waiting().getFirst().judgement();
            scene.reviews().review(scene.reviewer().id(), judgement, ReviewVerdict.ACCEPTED, "");
            assertEquals(List.of(), scene.waiting());
            assertEquals(
                    0,
                    scene.reviews()
                            .waiting(scene.reviewer().id(), scene.project().id()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void returnedWorkIsCorrectedAsANewRevisionThatWaitsAgain(TestDatabases databases) {
        try (Scene scene = Scene.on(databases)) {
            UUID first = scene.waiting().getFirst().judgement();
            assertThrows(
                    WorkException.class,
                    () -> scene.reviews().review(scene.reviewer().id(), first, ReviewVerdict.RETURNED, " "));
            scene.reviews().review(scene.reviewer().id(), first, ReviewVerdict.RETURNED, "Look at the third again.");
            HistoryEntry own = scene.world()
                    .services()
                    .history()
                    .page(scene.annotator().id(), scene.project().id(), History.Filter.all(), Long.MAX_VALUE, 1)
                    .getFirst();
            assertEquals("Look at the third again.", own.returnedBecause());
            assertEquals(
                    Optional.of("Look at the third again."), scene.reviews().returnedBecause(own.assignment()));
            WorkItem again = scene.queue().reopen(scene.annotator().id(), own.assignment());
            scene.queue().correct(scene.annotator().id(), own.assignment(), reversed(again));
            assertEquals(Optional.empty(), scene.reviews().returnedBecause(own.assignment()));
            UUID corrected = scene.waiting().getFirst().judgement();
            scene.reviews().review(scene.reviewer().id(), corrected, ReviewVerdict.RETURNED, "And again.");
            Submission same = reversed(again);
            assertEquals(
                    3,
                    scene.queue()
                            .correct(scene.annotator().id(), own.assignment(), same)
                            .revision());
            ReviewEntry second = scene.waiting().getFirst();
            assertEquals(3, second.revision());
            assertEquals(
                    List.of(3, 2, 1),
                    second.answers().stream().map(ReviewEntry.Placed::tier).toList());
            assertThrows(
                    WorkException.class,
                    () -> scene.reviews().review(scene.reviewer().id(), first, ReviewVerdict.ACCEPTED, ""));
        }
    }

    @ParameterizedTest
    @EnumSource
    void wordsOfAnErasedReviewerAreGoneAndTheWorkStaysReturned(TestDatabases databases) {
        try (Scene scene = Scene.on(databases)) {
            UUID judgement = scene.waiting().getFirst().judgement();
            scene.reviews().review(scene.reviewer().id(), judgement, ReviewVerdict.RETURNED, "I, Ann, disagree.");
            TestWorld world = scene.world();
            assertFalse(
                    world.services()
                            .database()
                            .jdbc()
                            .sql("select reason from review")
                            .query(String.class)
                            .single()
                            .contains("Ann"),
                    "sealed in the store");
            world.services()
                    .accounts()
                    .erase(world.owner().id(), scene.reviewer().id());
            HistoryEntry own = world.services()
                    .history()
                    .page(scene.annotator().id(), scene.project().id(), History.Filter.all(), Long.MAX_VALUE, 1)
                    .getFirst();
            assertEquals("–", own.returnedBecause());
            assertTrue(world.services().verification().verify().holds());
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyReviewsTheirOwnWork(TestDatabases databases) {
        try (Scene scene = Scene.on(databases)) {
            UUID judgement = scene.waiting().getFirst().judgement();
            assertThrows(
                    NotAllowedException.class,
                    () -> scene.reviews().review(scene.annotator().id(), judgement, ReviewVerdict.ACCEPTED, ""));
            scene.world()
                    .services()
                    .access()
                    .grant(
                            scene.world().owner().id(),
                            scene.annotator().id(),
                            scene.project().id(),
                            Role.REVIEWER);
            assertThrows(
                    WorkException.class,
                    () -> scene.reviews().review(scene.annotator().id(), judgement, ReviewVerdict.ACCEPTED, ""));
            assertEquals(
                    List.of(),
                    scene.reviews()
                            .waiting(scene.annotator().id(), scene.project().id(), 10));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDecisionIsTheReviewersOwnRankingAndNoAgreement(TestDatabases databases) {
        try (Scene scene = Scene.on(databases)) {
            UUID item = scene.waiting().getFirst().item();
            UUID reviewer = scene.reviewer().id();
            UUID work = scene.queue().adjudicate(reviewer, scene.project().id(), item);
            assertEquals(
                    work, scene.queue().adjudicate(reviewer, scene.project().id(), item));
            WorkItem shown = scene.queue().open(reviewer, work);
            scene.queue().submit(reviewer, work, reversed(shown));
            assertTrue(scene.queue().open(reviewer, work).previous().isPresent());
            var agreement = scene.world()
                    .services()
                    .quality()
                    .of(reviewer, scene.project().id())
                    .agreements()
                    .getFirst();
            assertEquals(1, agreement.overlap().records());
            assertEquals(1, scene.waiting().size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoLeftADecisionMakesItLater(TestDatabases databases) {
        try (Scene scene = Scene.on(databases)) {
            UUID item = scene.waiting().getFirst().item();
            UUID reviewer = scene.reviewer().id();
            UUID work = scene.queue().adjudicate(reviewer, scene.project().id(), item);
            scene.queue().leave(reviewer, work, Submission.left(JudgementOutcome.SKIP, "later"));
            scene.queue().leave(reviewer, work, Submission.left(JudgementOutcome.SKIP, "later"));
            assertEquals(
                    work, scene.queue().adjudicate(reviewer, scene.project().id(), item));
            WorkItem shown = scene.queue().open(reviewer, work);
            assertEquals(
                    2, scene.queue().submit(reviewer, work, reversed(shown)).revision());
        }
    }

    @ParameterizedTest
    @EnumSource
    void annotatorsDecideNothing(TestDatabases databases) {
        try (Scene scene = Scene.on(databases)) {
            UUID item = scene.waiting().getFirst().item();
            assertThrows(
                    NotAllowedException.class,
                    () -> scene.queue()
                            .adjudicate(scene.annotator().id(), scene.project().id(), item));
            Project other = scene.world().project("other", TestWorld.plain(1));
            assertThrows(
                    WorkException.class,
                    () -> scene.queue().adjudicate(scene.world().owner().id(), other.id(), item));
        }
    }

    private static Submission reversed(WorkItem work) {
        List<Integer> straight = TestWorld.byText(work).tiers().stream()
                .map(tier -> Objects.requireNonNull(tier))
                .toList();
        int last = straight.size() + 1;
        return Submission.ranking(straight.stream().map(tier -> last - tier).toList(), TestWorld.SOME_EFFORT);
    }
}
