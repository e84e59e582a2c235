package dev.lichen.annotation.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.NotAllowedException;
import dev.lichen.annotation.project.ItemLanguages;
import dev.lichen.annotation.project.NewItem;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.ProjectSettings;
import dev.lichen.annotation.project.SamplingPolicy;
import dev.lichen.datasets.Attributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SamplingTest {

    private static final int DRAWS = 3000;
    private static final double CONTROL = 0.25;

    /** Four standard errors of a share of 1/2 in 3,000 draws. */
    private static final double SPREAD = 4 * Math.sqrt(0.25 / DRAWS);

    private static final double TOLERANCE = 1e-12;

    private static Project uncertaintyProject(TestWorld world) {
        return world.project(
                "p",
                new ProjectSettings(
                        1,
                        600,
                        new ProjectSettings.Gold(0, 0),
                        new ProjectSettings.Repeats(0, 1),
                        new ProjectSettings.Sampling(SamplingPolicy.UNCERTAINTY, CONTROL)));
    }

    /** Weights 3, 1, 0: the item of weight 0 is drawn by the control arm alone, a quarter of a third of the time. */
    @ParameterizedTest
    @EnumSource
    void propensityIsTheChanceOfBeingDrawn(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = uncertaintyProject(world);
            world.items(project, 3, 2);
            world.services()
                    .items()
                    .setUncertainty(world.owner().id(), project.id(), Map.of(1L, 3.0, 2L, 1.0, 3L, 0.0));
            Account person = world.annotator(project);
            ItemPicker picker = new ItemPicker(world.services().database(), new SplittableRandom(5));
            Map<UUID, Double> stated = new HashMap<>();
            Map<UUID, Integer> drawn = new HashMap<>();
            Map<SamplingArm, Integer> arms = new HashMap<>();
            for (int i = 0; i < DRAWS; i++) {
                ItemPicker.Picked picked =
                        picker.next(project, person.id(), List.of()).getFirst();
                stated.put(picked.item(), picked.choice().propensity());
                drawn.merge(picked.item(), 1, Integer::sum);
                arms.merge(picked.choice().arm(), 1, Integer::sum);
            }
            assertEquals(
                    1, stated.values().stream().mapToDouble(Double::doubleValue).sum(), TOLERANCE);
            assertEquals(
                    CONTROL / 3,
                    stated.values().stream()
                            .mapToDouble(Double::doubleValue)
                            .min()
                            .orElseThrow(),
                    TOLERANCE);
            stated.forEach((item, share) -> assertEquals(share, drawn.get(item) / (double) DRAWS, SPREAD));
            assertEquals(CONTROL, arms.get(SamplingArm.CONTROL) / (double) DRAWS, SPREAD);
        }
    }

    @ParameterizedTest
    @EnumSource
    void propensityIsKeptWithTheJudgement(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = uncertaintyProject(world);
            world.items(project, 4, 2);
            Account person = world.annotator(project);
            assertTrue(world.judgeNext(person, project));
            Verdict verdict = Verdict.of(world.services()
                    .judgements()
                    .ofUser(person.id(), project.id(), 0, 1)
                    .getFirst());
            assertEquals(0.25, verdict.setting().propensity(), TOLERANCE);
            assertEquals(
                    "uncertainty-proportional, control 0.25", verdict.setting().policy());
        }
    }

    @ParameterizedTest
    @EnumSource
    void peopleGetItemsInTheirLanguagesAndHighPriorityFirst(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            NewItem plain = TestWorld.item("anything", 2);
            world.add(
                    project,
                    List.of(
                            inLanguage(TestWorld.item("german", 2), "de", 9),
                            inLanguage(TestWorld.item("english", 2), "en-GB", 5),
                            plain));
            Account person = world.annotator(project);
            world.services().accounts().change(person.id(), "n", "en", List.of("en"));
            WorkQueue queue = world.services().queue();
            WorkItem first = queue.next(person.id(), project.id()).orElseThrow();
            assertEquals("english", first.prompt().getFirst().text());
            queue.submit(person.id(), first.assignment(), TestWorld.byText(first));
            WorkItem second = queue.next(person.id(), project.id()).orElseThrow();
            assertEquals("anything", second.prompt().getFirst().text());
            queue.submit(person.id(), second.assignment(), TestWorld.byText(second));
            assertTrue(queue.next(person.id(), project.id()).isEmpty());
        }
    }

    /** Weight 9 does not make up for a lower priority. */
    @ParameterizedTest
    @EnumSource
    void priorityComesBeforeUncertaintyAndThePropensityIsAmongEquals(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = uncertaintyProject(world);
            world.add(
                    project,
                    List.of(
                            inLanguage(TestWorld.item("later", 2), "en", 0),
                            inLanguage(TestWorld.item("first", 2), "en", 5)));
            world.services().items().setUncertainty(world.owner().id(), project.id(), Map.of(1L, 9.0, 2L, 1.0));
            Account person = world.annotator(project);
            WorkItem work =
                    world.services().queue().next(person.id(), project.id()).orElseThrow();
            assertEquals("first", work.prompt().getFirst().text());
            assertEquals(
                    1,
                    new Assignments(world.services().database())
                            .find(work.assignment())
                            .orElseThrow()
                            .choice()
                            .propensity(),
                    TOLERANCE);
        }
    }

    /** Of one open item the chance is 1; when the lease has run out and three more came, it is that of one in four. */
    @ParameterizedTest
    @EnumSource
    void itemDrawnAnewAfterItsLeaseHasTheChanceOfTheNewDraw(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = uncertaintyProject(world);
            world.items(project, 1, 2);
            Account person = world.annotator(project);
            WorkQueue queue = world.services().queue();
            UUID first = queue.next(person.id(), project.id()).orElseThrow().assignment();
            world.clock().advance(Duration.ofSeconds(601));
            queue.sweep();
            world.items(project, 3, 2);
            Assignments assignments = new Assignments(world.services().database());
            WorkItem work = queue.next(person.id(), project.id()).orElseThrow();
            while (!work.assignment().equals(first)) {
                queue.submit(person.id(), work.assignment(), TestWorld.byText(work));
                work = queue.next(person.id(), project.id()).orElseThrow();
            }
            long open = 4 - assignments.count(person.id(), project.id(), AssignmentState.SUBMITTED);
            assertEquals(
                    1.0 / open, assignments.find(first).orElseThrow().choice().propensity(), TOLERANCE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void itemWithoutALanguageGoesByItsScriptAndLanguagesOfNobodyAreTold(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.add(
                    project,
                    List.of(
                            TestWorld.item("请解释一下光合作用的过程", 2),
                            inLanguage(TestWorld.item("un", 2), "fr-CA", 0),
                            inLanguage(TestWorld.item("deux", 2), "fr", 0)));
            Account person = world.annotator(project);
            world.services().accounts().change(person.id(), "n", "en", List.of("en"));
            Account owner = world.owner();
            world.services().accounts().change(owner.id(), "o", "en", List.of("zh"));
            assertTrue(world.services().queue().next(person.id(), project.id()).isEmpty());
            ItemLanguages languages = new ItemLanguages(
                    world.services().database(), world.services().access());
            assertEquals(List.of("fr", "zh"), languages.all());
            assertEquals(Map.of("fr", 2L), languages.unserved(owner.id(), project.id()));
            assertThrows(NotAllowedException.class, () -> languages.unserved(person.id(), project.id()));
            world.services().accounts().change(person.id(), "n", "en", List.of());
            assertEquals(Map.of(), languages.unserved(owner.id(), project.id()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void withheldItemIsNoHiddenRepeat(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project(
                    "p",
                    new ProjectSettings(
                            1,
                            600,
                            new ProjectSettings.Gold(0, 0),
                            new ProjectSettings.Repeats(0.5, 1),
                            new ProjectSettings.Sampling(SamplingPolicy.ORDER, CONTROL)));
            world.items(project, 2, 2);
            Account person = world.annotator(project);
            assertTrue(world.judgeNext(person, project));
            assertTrue(world.judgeNext(person, project));
            ItemPicker picker = new ItemPicker(world.services().database(), new SplittableRandom(5));
            UUID repeated = picker.repeat(project, person.id()).orElseThrow();
            world.services().items().hold(world.owner().id(), repeated, "wrong");
            assertTrue(picker.repeat(project, person.id()).isEmpty());
        }
    }

    private static NewItem inLanguage(NewItem item, String language, int priority) {
        return new NewItem(item.prompt(), item.answers(), Attributes.none().withLanguage(language), priority);
    }
}
