package dev.lichen.annotation.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.project.GoldKey;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.ProjectSettings;
import dev.lichen.annotation.project.SamplingPolicy;
import dev.lichen.annotation.store.JudgementOutcome;
import dev.lichen.annotation.store.StoredJudgement;
import dev.lichen.datasets.Tiers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HiddenWorkTest {

    private static final double TOLERANCE = 1e-12;

    private static ProjectSettings settings(double goldShare, int training, double repeats, int gap) {
        return new ProjectSettings(
                1,
                600,
                new ProjectSettings.Gold(goldShare, training),
                new ProjectSettings.Repeats(repeats, gap),
                new ProjectSettings.Sampling(SamplingPolicy.ORDER, 0.2));
    }

    private static List<UUID> makeGold(TestWorld world, Project project, int count) {
        List<UUID> ids = world.services()
                .database()
                .jdbc()
                .sql("select id from item where project_id = ? order by number limit ?")
                .params(project.id(), count)
                .query(UUID.class)
                .list();
        GoldKey key = new GoldKey(Tiers.of(1, 2, 3), 0.2, "answer 0 is right");
        ids.forEach(id -> world.services().goldItems().set(world.owner().id(), id, key));
        return ids;
    }

    @ParameterizedTest
    @EnumSource
    void trainingComesFirstAndGivesFeedback(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", settings(0, 2, 0, 1));
            world.items(project, 5, 3);
            makeGold(world, project, 2);
            Account person = world.annotator(project);
            WorkQueue queue = world.services().queue();

            WorkItem first = queue.next(person.id(), project.id()).orElseThrow();
            assertTrue(first.training());
            Receipt right = queue.submit(person.id(), first.assignment(), TestWorld.byText(first));
            assertTrue(right.feedback().orElseThrow().passed());

            WorkItem second = queue.next(person.id(), project.id()).orElseThrow();
            List<Integer> reversed = new ArrayList<>();
            TestWorld.byText(second).tiers().forEach(tier -> reversed.add(4 - tier));
            Receipt wrong =
                    queue.submit(person.id(), second.assignment(), Submission.ranking(reversed, TestWorld.SOME_EFFORT));
            Feedback feedback = wrong.feedback().orElseThrow();
            assertFalse(feedback.passed());
            assertEquals(TestWorld.byText(second).tiers(), feedback.expected());
            assertEquals("answer 0 is right", feedback.explanation());

            WorkItem third = queue.next(person.id(), project.id()).orElseThrow();
            assertFalse(third.training());
            assertEquals(new Standing(2, 0, 0, 0), queue.standing(person.id(), project.id()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void goldComesInALanguageThatThePersonJudges(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", settings(0, 2, 0, 1));
            world.items(project, 3, 3);
            makeGold(world, project, 2);
            world.services()
                    .database()
                    .jdbc()
                    .sql("update item set language = case when number = 1 then 'en' else 'zh' end")
                    .update();
            Account person = world.annotator(project);
            world.services().accounts().change(person.id(), "n", "zh", List.of("zh"));
            WorkQueue queue = world.services().queue();
            WorkItem first = queue.next(person.id(), project.id()).orElseThrow();
            assertTrue(first.training());
            assertEquals("question 1", first.prompt().getLast().text());
            queue.submit(person.id(), first.assignment(), TestWorld.byText(first));
            assertFalse(queue.next(person.id(), project.id()).orElseThrow().training());
        }
    }

    @ParameterizedTest
    @EnumSource
    void goldIsHiddenAmongTheOthersAndTakesNoPlace(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", settings(0.5, 0, 0, 1));
            world.items(project, 20, 3);
            List<UUID> gold = makeGold(world, project, 5);
            Account person = world.annotator(project);
            WorkQueue queue = world.services().queue();
            for (var next = queue.next(person.id(), project.id());
                    next.isPresent();
                    next = queue.next(person.id(), project.id())) {
                assertFalse(next.get().training());
                Receipt receipt = queue.submit(person.id(), next.get().assignment(), TestWorld.byText(next.get()));
                assertTrue(receipt.feedback().isEmpty());
            }
            long seen = queue.standing(person.id(), project.id()).goldSeen();
            assertTrue(seen >= 1 && seen <= gold.size(), "gold seen: " + seen);
            assertEquals(15, world.services().items().progress(project.id()).full());
        }
    }

    /** "All bad" would let anybody keep a clean rate, since it never contradicts a known order. */
    @ParameterizedTest
    @EnumSource
    void whoRanksNothingDidNotAgreeWithHiddenGold(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", settings(0.5, 0, 0, 1));
            world.items(project, 40, 3);
            makeGold(world, project, 3);
            Account person = world.annotator(project);
            WorkQueue queue = world.services().queue();
            int gold = 0;
            for (var next = queue.next(person.id(), project.id());
                    next.isPresent();
                    next = queue.next(person.id(), project.id())) {
                UUID work = next.get().assignment();
                boolean hidden = List.of("question 0", "question 1", "question 2")
                        .contains(next.get().prompt().getLast().text());
                switch (hidden ? gold++ : 0) {
                    case 1 -> queue.submit(person.id(), work, nothing(JudgementOutcome.ALL_BAD));
                    case 2 -> queue.leave(person.id(), work, Submission.left(JudgementOutcome.SKIP, ""));
                    default -> queue.submit(person.id(), work, TestWorld.byText(next.get()));
                }
            }
            assertEquals(new Standing(39, 1, 2, 1), queue.standing(person.id(), project.id()));
        }
    }

    private static Submission nothing(JudgementOutcome outcome) {
        return Submission.unranked(outcome, TestWorld.SOME_EFFORT);
    }

    @ParameterizedTest
    @EnumSource
    void ownItemComesBackHiddenAndInAnotherOrder(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", settings(0, 0, 0.5, 2));
            world.items(project, 20, 4);
            Account person = world.annotator(project);
            boolean more = true;
            while (more) {
                more = world.judgeNext(person, project);
            }
            List<StoredJudgement> own = world.services().judgements().ofUser(person.id(), project.id(), 0, 100);
            List<StoredJudgement> repeats = own.stream()
                    .filter(one -> Verdict.of(one).setting().purpose() == Purpose.REPEAT)
                    .toList();
            assertFalse(repeats.isEmpty());
            for (StoredJudgement repeat : repeats) {
                StoredJudgement first = own.stream()
                        .filter(one -> one.item().equals(repeat.item()) && one.ledgerSeq() < repeat.ledgerSeq())
                        .findFirst()
                        .orElseThrow();
                assertNotEquals(
                        Verdict.of(first).setting().order(),
                        Verdict.of(repeat).setting().order());
                long between = own.stream()
                        .filter(one -> one.ledgerSeq() > first.ledgerSeq() && one.ledgerSeq() < repeat.ledgerSeq())
                        .count();
                assertTrue(between >= 2, "judgements in between: " + between);
            }
        }
    }

    /** Expected 1 2 3; found 1 2 2: the pair (2, 3) is tied instead of ordered, ½ of one pair in three. */
    @Test
    void distanceFromGoldIsTheShareOfPairsOrderedOtherwise() {
        assertEquals(0, GoldCheck.distance(List.of(1, 2, 3), List.of(1, 2, 3)), TOLERANCE);
        assertEquals(1.0 / 6, GoldCheck.distance(List.of(1, 2, 3), List.of(1, 2, 2)), TOLERANCE);
        assertEquals(1, GoldCheck.distance(List.of(1, 2, 3), List.of(3, 2, 1)), TOLERANCE);
        assertNotEquals(0, GoldCheck.distance(List.of(1, 2, 3), List.of(2, 1, 3)), TOLERANCE);
    }
}
