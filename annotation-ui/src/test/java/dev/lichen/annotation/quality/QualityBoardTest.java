package dev.lichen.annotation.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.NotAllowedException;
import dev.lichen.annotation.project.ItemHandling;
import dev.lichen.annotation.project.NewItem;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.ProjectSettings;
import dev.lichen.annotation.project.SamplingPolicy;
import dev.lichen.annotation.queue.Submission;
import dev.lichen.annotation.queue.WorkException;
import dev.lichen.annotation.queue.WorkItem;
import dev.lichen.annotation.queue.WorkQueue;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.statistics.Estimate;
import dev.lichen.datasets.statistics.Undefined;
import dev.lichen.datasets.statistics.consensus.OrderEvidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QualityBoardTest {

    private static final double TOLERANCE = 1e-12;

    private static void work(TestWorld world, Project project, Account person, Function<WorkItem, Submission> how) {
        WorkQueue queue = world.services().queue();
        for (var next = queue.next(person.id(), project.id());
                next.isPresent();
                next = queue.next(person.id(), project.id())) {
            queue.submit(person.id(), next.get().assignment(), how.apply(next.get()));
        }
    }

    private static Submission asShown(WorkItem work) {
        List<Integer> tiers = new ArrayList<>(
                IntStream.rangeClosed(1, work.answers().size()).boxed().toList());
        return Submission.ranking(tiers, TestWorld.SOME_EFFORT);
    }

    private static Quality quality(TestWorld world, Project project) {
        return world.services().quality().of(world.owner().id(), project.id());
    }

    private static double share(Effect effect) {
        return effect.share().estimate().orElseThrow().value();
    }

    @ParameterizedTest
    @EnumSource
    void peopleWhoAgreeAgreeWhollyAndAreNamedByPseudonym(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(2));
            world.items(project, 8, 3);
            Account first = world.annotator(project);
            Account second = world.annotator(project);
            work(world, project, first, TestWorld::byText);
            work(world, project, second, TestWorld::byText);
            Quality quality = quality(world, project);
            var rankings = quality.agreements().getFirst();
            assertEquals(8, rankings.overlap().shared());
            assertEquals(List.of(), rankings.generators());
            assertEquals(
                    List.of(first.pseudonym(), second.pseudonym()).stream()
                            .sorted()
                            .toList(),
                    rankings.byAnnotator().keySet().stream().sorted().toList());
            assertEquals(8, quality.consensus().size());
            assertEquals(
                    List.of(1, 2, 3), quality.consensus().getFirst().consensus().rankedPairs());
        }
    }

    @ParameterizedTest
    @EnumSource
    void takingTheOrderShownIsAWholePositionEffect(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 12, 2);
            work(world, project, world.annotator(project), QualityBoardTest::asShown);
            Effect position = quality(world, project).effects().getFirst();
            assertEquals("the answer shown earlier won", position.name());
            assertEquals(1, share(position), TOLERANCE);
        }
    }

    /**
     * Long answers are full of Markdown here, and people take the longest, whatever its format: with errors now and then, by
     * the number of the item, so that nothing decides every pair. More Markdown wins, but not where the length is held.
     */
    @ParameterizedTest
    @EnumSource
    void markdownThatOnlyGoesWithLengthHasNoEffectWhereLengthIsHeld(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.add(
                    project,
                    IntStream.range(0, 90)
                            .mapToObj(QualityBoardTest::longAndShort)
                            .toList());
            work(world, project, world.annotator(project), QualityBoardTest::longerFourTimesInFive);
            List<Effect> effects = quality(world, project).effects();
            assertEquals(0.8, share(effects.get(1)), 0.01);
            assertEquals(0.7, share(effects.get(2)), 0.01);
            assertTrue(
                    effects.get(2).share().estimate().orElseThrow().interval().low() > 0.5);
            assertTrue(odds(effects.get(1)).interval().low() > 1.1);
            assertTrue(odds(effects.get(2)).interval().contains(1));
            assertTrue(odds(effects.get(0)).interval().contains(1));
            assertEquals(90, odds(effects.get(0)).n());
            assertEquals(90, odds(effects.get(0)).clusters());
        }
    }

    /** In five of six items the long answer has the marks, in the sixth the short one. */
    private static NewItem longAndShort(int number) {
        String marks = "**a** ".repeat(1 + number % 4);
        String plain = "aaaaa ".repeat(1 + number % 4);
        boolean longHasMarks = number % 6 != 0;
        String longer = (longHasMarks ? marks : plain) + "word ".repeat(40 + number);
        String shorter = (longHasMarks ? plain : marks) + "word ".repeat(8);
        return new NewItem(
                List.of(Message.user("question " + number)),
                List.of(new Answer(longer), new Answer(shorter)),
                Attributes.none(),
                0);
    }

    private static Submission longerFourTimesInFive(WorkItem work) {
        String question = work.prompt().getLast().text();
        boolean longerWins = Integer.parseInt(question.substring("question ".length())) % 5 != 0;
        boolean firstIsLonger = work.answers().getFirst().text().length()
                > work.answers().getLast().text().length();
        return Submission.ranking(longerWins == firstIsLonger ? List.of(1, 2) : List.of(2, 1), TestWorld.SOME_EFFORT);
    }

    private static Estimate odds(Effect effect) {
        return Objects.requireNonNull(effect.oddsRatio()).estimate().orElseThrow();
    }

    /** Ten prompts are too few to tell effects apart, and nothing is held where people are compared with themselves. */
    @ParameterizedTest
    @EnumSource
    void fewPromptsHaveSharesAndNoOdds(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 10, 3);
            work(world, project, world.annotator(project), TestWorld::byText);
            Quality quality = quality(world, project);
            assertTrue(quality.effects().getFirst().share().estimate().isPresent());
            assertEquals(
                    Undefined.Reason.TOO_FEW_CLUSTERS,
                    quality.effects().getFirst().oddsRatio() instanceof Undefined undefined
                            ? undefined.reason()
                            : null);
            assertNull(quality.selfConsistency().oddsRatio());
        }
    }

    /** Orders are counterbalanced, so a judgement by content alone is near one half: the negative control. */
    @ParameterizedTest
    @EnumSource
    void judgingByContentIsNoPositionEffect(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(2));
            world.items(project, 12, 2);
            work(world, project, world.annotator(project), TestWorld::byText);
            work(world, project, world.annotator(project), TestWorld::byText);
            assertEquals(0.5, share(quality(world, project).effects().getFirst()), TOLERANCE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void selfConsistencyComparesHiddenRepeats(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project(
                    "p",
                    new ProjectSettings(
                            1,
                            600,
                            new ProjectSettings.Gold(0, 0),
                            new ProjectSettings.Repeats(0.5, 1),
                            new ProjectSettings.Sampling(SamplingPolicy.ORDER, 0.2)));
            world.items(project, 20, 3);
            assertTrue(quality(world, project).selfConsistency().share() instanceof Undefined);
            work(world, project, world.annotator(project), TestWorld::byText);
            assertEquals(1, share(quality(world, project).selfConsistency()), TOLERANCE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoeverTakesTheOrderShownIsNamedAndOthersAreNot(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(2));
            world.items(project, 40, 3);
            Account careless = world.annotator(project);
            Account careful = world.annotator(project);
            work(world, project, careless, QualityBoardTest::asShown);
            work(world, project, careful, TestWorld::byText);
            List<Suspicion> raised = quality(world, project).suspicions().stream()
                    .filter(Suspicion::raised)
                    .toList();
            assertTrue(raised.stream()
                    .anyMatch(one -> one.user().equals(careless.id())
                            && one.pattern() == Pattern.SHOWN_ORDER
                            && one.share() == 1
                            && one.n() == 40));
            assertTrue(raised.stream()
                    .noneMatch(one -> one.user().equals(careful.id()) && one.pattern() == Pattern.SHOWN_ORDER));
        }
    }

    /** Who judges first is compared with nobody: another person's later work would change what was weighed before. */
    @ParameterizedTest
    @EnumSource
    void disagreementIsWithEarlierJudgementsOnly(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(2));
            world.items(project, 6, 3);
            Account first = world.annotator(project);
            Account second = world.annotator(project);
            work(world, project, first, TestWorld::byText);
            List<Suspicion> before = disagreements(world, project);
            work(world, project, second, QualityBoardTest::asShown);
            List<Suspicion> after = disagreements(world, project);
            assertEquals(List.of(), before);
            assertEquals(
                    List.of(second.id()), after.stream().map(Suspicion::user).toList());
            assertEquals(6, after.getFirst().n());
        }
    }

    /** Seven of one mind decide an item; where one of the seven has it the other way round, another judge is asked. */
    @ParameterizedTest
    @EnumSource
    void openItemsGetOneMoreJudgementAndDecidedOnesNone(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(7));
            world.items(project, 2, 2);
            for (int person = 0; person < 6; person++) {
                work(world, project, world.annotator(project), TestWorld::byText);
            }
            work(world, project, world.annotator(project), QualityBoardTest::reversedOnTheSecond);
            OpenItems open = quality(world, project).openItems();
            ItemConsensus second = quality(world, project).consensus().getFirst();
            assertEquals(2, second.number());
            assertTrue(second.isOpen());
            assertEquals(OrderEvidence.ofPair(6, 1), second.logEvidence(), TOLERANCE);
            assertEquals(new OpenItems(OrderEvidence.FALSE_DECISIONS, 1, 2, 1, List.of(second.item())), open);

            ItemHandling handling = world.services().itemHandling();
            UUID owner = world.owner().id();
            assertEquals(1, handling.addOne(owner, project.id(), open.first()));
            assertEquals(0, handling.addOne(owner, project.id(), open.first()));
            Account eighth = world.annotator(project);
            WorkItem work =
                    world.services().queue().next(eighth.id(), project.id()).orElseThrow();
            assertEquals("question 1", work.prompt().getLast().text());
            assertEquals(0, handling.addOne(owner, project.id(), open.first()));
            world.services().queue().submit(eighth.id(), work.assignment(), TestWorld.byText(work));
            handling.setOverlap(owner, second.item(), 9);
            assertEquals(
                    new OpenItems(OrderEvidence.FALSE_DECISIONS, 1, 2, 0, List.of()),
                    quality(world, project).openItems());
        }
    }

    private static Submission reversedOnTheSecond(WorkItem work) {
        List<Integer> tiers = new ArrayList<>();
        boolean second = work.prompt().getLast().text().equals("question 1");
        TestWorld.byText(work).tiers().forEach(tier -> tiers.add(second ? 3 - tier : tier));
        return Submission.ranking(tiers, TestWorld.SOME_EFFORT);
    }

    /** Neither what a reviewer decided nor what is withheld waits for anybody. */
    @ParameterizedTest
    @EnumSource
    void itemsThatAReviewerDecidedOrWithheldAreNotOpen(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(2));
            world.items(project, 3, 2);
            work(world, project, world.annotator(project), TestWorld::byText);
            work(world, project, world.annotator(project), TestWorld::byText);
            UUID owner = world.owner().id();
            List<UUID> items = quality(world, project).openItems().first();
            assertEquals(3, items.size());
            UUID decision = world.services().queue().adjudicate(owner, project.id(), items.getFirst());
            WorkItem work = world.services().queue().open(owner, decision);
            world.services().queue().submit(owner, decision, TestWorld.byText(work));
            world.services().items().hold(owner, items.getLast(), "wrong");
            OpenItems open = quality(world, project).openItems();
            assertEquals(List.of(items.get(1)), open.first());
            assertEquals(1, open.open());
            assertEquals(2, open.of());
        }
    }

    private static List<Suspicion> disagreements(TestWorld world, Project project) {
        return quality(world, project).suspicions().stream()
                .filter(one -> one.pattern() == Pattern.DISAGREES)
                .toList();
    }

    /** In a file the best answer often stands first, and nobody knows in which order people saw them. */
    @ParameterizedTest
    @EnumSource
    void whoseJudgementsComeFromAFileIsNotAskedAboutItsOrder(TestDatabases databases, @TempDir Path folder)
            throws IOException {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            String line = "{\"prompt\":[{\"role\":\"user\",\"content\":\"q%d\"}],\"answers\":[{\"content\":\"a\"},"
                    + "{\"content\":\"b\"}],\"tiers\":[1,2],\"annotator\":\"x\"}\n";
            String lines = IntStream.range(0, 40).mapToObj(line::formatted).collect(Collectors.joining());
            Path file = Files.writeString(folder.resolve("best-first.jsonl"), lines);
            world.services().importing().judgements(world.owner().id(), project.id(), file);
            Quality quality = quality(world, project);
            assertEquals(40, quality.agreements().getFirst().overlap().records());
            assertEquals(List.of(), quality.suspicions());
        }
    }

    /** However many come, all shares together stay below the stated rate, and who comes later takes nothing from the first. */
    @Test
    void falseAlarmsOfAllWhoEverComeAddUpToTheStatedRate() {
        double all = IntStream.rangeClosed(1, 100_000)
                .mapToDouble(person -> Pattern.values().length * Suspicions.allowed(person))
                .sum();
        assertEquals(Suspicions.FALSE_ALARMS, all, 1e-6);
    }

    @ParameterizedTest
    @EnumSource
    void whoIsAskedAnswersOnceAndOnlyForThemselves(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            Account asked = world.annotator(project);
            Account other = world.annotator(project);
            Inquiries inquiries = world.services().inquiries();
            Suspicion suspicion = new Suspicion(asked.id(), asked.pseudonym(), Pattern.SHOWN_ORDER, 0.9, 40, 9, true);
            assertThrows(NotAllowedException.class, () -> inquiries.ask(other.id(), project.id(), suspicion));
            inquiries.ask(world.owner().id(), project.id(), suspicion);
            inquiries.ask(world.owner().id(), project.id(), suspicion);
            Inquiry inquiry = inquiries.of(asked.id(), project.id()).getFirst();
            assertEquals(1, inquiries.of(asked.id(), project.id()).size());
            assertThrows(WorkException.class, () -> inquiries.answer(other.id(), inquiry.id(), "not mine"));
            inquiries.answer(asked.id(), inquiry.id(), "The first answers were better.");
            assertThrows(WorkException.class, () -> inquiries.answer(asked.id(), inquiry.id(), "again"));
            assertEquals(
                    "The first answers were better.",
                    inquiries
                            .ofProject(world.owner().id(), project.id())
                            .getFirst()
                            .answer()
                            .orElseThrow());
        }
    }

    @ParameterizedTest
    @EnumSource
    void figuresAreOfTheLastJudgement(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 2, 2);
            Account person = world.annotator(project);
            QualityBoard board = world.services().quality();
            assertEquals(
                    0, board.of(world.owner().id(), project.id()).suspicions().size());
            world.judgeNext(person, project);
            Quality after = board.of(world.owner().id(), project.id());
            assertEquals(1, after.agreements().getFirst().overlap().records());
            assertSame(after, board.of(world.owner().id(), project.id()));
        }
    }

    /** What was read before stays, and a correction takes the place of what it corrects. */
    @ParameterizedTest
    @EnumSource
    void figuresOfMoreJudgementsAreThoseOfReadingAllAnew(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(2));
            world.items(project, 6, 3);
            Account first = world.annotator(project);
            WorkItem corrected =
                    world.services().queue().next(first.id(), project.id()).orElseThrow();
            world.services().queue().submit(first.id(), corrected.assignment(), asShown(corrected));
            QualityBoard board = world.services().quality();
            board.of(world.owner().id(), project.id());
            work(world, project, first, TestWorld::byText);
            work(world, project, world.annotator(project), QualityBoardTest::asShown);
            world.services().queue().correct(first.id(), corrected.assignment(), TestWorld.byText(corrected));
            Quality grown = board.of(world.owner().id(), project.id());
            assertEquals(quality(world, project), grown);
            assertTrue(grown.sample().isWhole());
            assertEquals(12, grown.agreements().getFirst().overlap().records());
        }
    }

    @ParameterizedTest
    @EnumSource
    void figuresThatAreAskedForSoonComeWhileOthersWork(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 3, 2);
            Account person = world.annotator(project);
            QualityBoard board = world.services().quality();
            world.judgeNext(person, project);
            long asked = board.now();
            Quality found = null;
            while (found == null) {
                found = board.soon(world.owner().id(), project.id(), asked).orElse(null);
            }
            world.judgeNext(person, project);
            assertSame(
                    found, board.soon(world.owner().id(), project.id(), asked).orElseThrow());
            assertEquals(1, found.agreements().getFirst().overlap().records());
        }
    }

    @ParameterizedTest
    @EnumSource
    void boardIsForStaffOnly(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            Account person = world.annotator(project);
            assertThrows(
                    NotAllowedException.class, () -> world.services().quality().of(person.id(), project.id()));
            assertFalse(quality(world, project).effects().isEmpty());
        }
    }
}
