package dev.lichen.annotation.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.project.GoldKey;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.ProjectSettings;
import dev.lichen.annotation.project.SamplingPolicy;
import dev.lichen.annotation.queue.Standing;
import dev.lichen.annotation.queue.Submission;
import dev.lichen.annotation.queue.WorkItem;
import dev.lichen.annotation.queue.WorkQueue;
import dev.lichen.annotation.store.JudgementOutcome;
import dev.lichen.datasets.Tiers;
import dev.lichen.datasets.statistics.Estimate;
import dev.lichen.datasets.statistics.Statistic;
import dev.lichen.datasets.statistics.Undefined;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ten gold items, two of which train each person; the others come hidden among forty to all. */
class GoldTest {

    private static final double ROUNDED = 1e-4;
    private static final int GOLD = 10;
    private static final int TRAINING = 2;
    private static final int OTHERS = 40;

    private static Project project(TestWorld world) {
        Project project = world.project(
                "p",
                new ProjectSettings(
                        2,
                        600,
                        new ProjectSettings.Gold(0.5, TRAINING),
                        new ProjectSettings.Repeats(0, 1),
                        new ProjectSettings.Sampling(SamplingPolicy.ORDER, 0.2)));
        world.items(project, GOLD + OTHERS, 3);
        makeGold(world, project, new GoldKey(Tiers.of(1, 2, 3), 0.2, ""));
        return project;
    }

    private static void makeGold(TestWorld world, Project project, GoldKey key) {
        items(world, project)
                .forEach(item -> world.services().goldItems().set(world.owner().id(), item, key));
    }

    private static List<UUID> items(TestWorld world, Project project) {
        return world.services().items().page(world.owner().id(), project.id(), 0, GOLD).stream()
                .map(item -> item.id())
                .toList();
    }

    /** Ranks so many hidden items rightly and turns the others round; training is passed by all. */
    private static void work(TestWorld world, Project project, Account person, int right, Submission wrong) {
        WorkQueue queue = world.services().queue();
        int hidden = 0;
        for (var next = queue.next(person.id(), project.id());
                next.isPresent();
                next = queue.next(person.id(), project.id())) {
            WorkItem item = next.get();
            boolean rightly = item.training() || !isGold(item) || hidden++ < right;
            queue.submit(person.id(), item.assignment(), rightly ? TestWorld.byText(item) : wrong);
        }
    }

    private static boolean isGold(WorkItem item) {
        String question = item.prompt().getLast().text();
        return Integer.parseInt(question.substring("question ".length())) < GOLD;
    }

    private static Submission allBad() {
        return Submission.unranked(JudgementOutcome.ALL_BAD, TestWorld.SOME_EFFORT);
    }

    private static Submission tied() {
        return Submission.ranking(List.of(1, 1, 1), TestWorld.SOME_EFFORT);
    }

    private static Gold gold(TestWorld world, Project project) {
        return world.services().quality().of(world.owner().id(), project.id()).gold();
    }

    private static void assertShare(double value, double low, double high, long n, Statistic share) {
        Estimate found = share.estimate().orElseThrow();
        assertEquals(value, found.value(), ROUNDED);
        assertEquals(low, found.interval().low(), ROUNDED);
        assertEquals(high, found.interval().high(), ROUNDED);
        assertEquals(n, found.n());
    }

    /**
     * Eight items each are hidden, of which the two passed 6 and 8: Wilson's intervals of 6/8 and 8/8 (z = 1.959964). Over
     * people the four resamples of two give 12/16, 14/16 twice and 16/16. With training it were 8/10 and 10/10.
     */
    @ParameterizedTest
    @EnumSource
    void agreementIsOfHiddenItemsByPersonAndOverPeople(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = project(world);
            Account some = world.annotator(project);
            Account all = world.annotator(project);
            work(world, project, some, 6, tied());
            work(world, project, all, GOLD, tied());
            Gold gold = gold(world, project);
            assertShare(0.75, 0.4093, 0.9285, 8, gold.byAnnotator().get(some.pseudonym()));
            assertShare(1, 0.6756, 1, 8, gold.byAnnotator().get(all.pseudonym()));
            assertShare(0.875, 0.75, 1, 16, gold.overall());
            assertEquals(2, gold.overall().estimate().orElseThrow().clusters());
            assertNotEquals(
                    0.8,
                    gold.byAnnotator()
                            .get(some.pseudonym())
                            .estimate()
                            .orElseThrow()
                            .value());
        }
    }

    @ParameterizedTest
    @EnumSource
    void leadsReadTheRateThatThePersonReads(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = project(world);
            Account person = world.annotator(project);
            work(world, project, person, 5, allBad());
            Standing own = world.services().queue().standing(person.id(), project.id());
            Estimate board = gold(world, project)
                    .byAnnotator()
                    .get(person.pseudonym())
                    .estimate()
                    .orElseThrow();
            assertEquals(8, own.goldSeen());
            assertEquals(5, own.goldPassed());
            assertEquals(own.goldSeen(), board.n());
            assertEquals((double) own.goldPassed() / own.goldSeen(), board.value(), 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void onePersonIsNoIntervalOverPeopleAndNobodyIsNothing(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = project(world);
            assertEquals(Undefined.Reason.NO_OBSERVATIONS, reason(gold(world, project)));
            work(world, project, world.annotator(project), 4, tied());
            assertEquals(Undefined.Reason.TOO_FEW_CLUSTERS, reason(gold(world, project)));
        }
    }

    /** Nobody judges between the looks: the figures are those of the keys as they are, and computed once for each. */
    @ParameterizedTest
    @EnumSource
    void aChangedOrderOfGoldChangesTheBoard(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = project(world);
            Account person = world.annotator(project);
            work(world, project, person, GOLD, tied());
            QualityBoard board = world.services().quality();
            UUID owner = world.owner().id();
            Quality before = board.of(owner, project.id());
            assertSame(before, board.of(owner, project.id()));
            makeGold(world, project, new GoldKey(Tiers.of(3, 2, 1), 0.2, ""));
            Statistic after = board.of(owner, project.id()).gold().byAnnotator().get(person.pseudonym());
            assertEquals(0, after.estimate().orElseThrow().value(), 0);
            items(world, project).forEach(item -> world.services().goldItems().remove(owner, item));
            assertEquals(0, board.of(owner, project.id()).gold().byAnnotator().size());
        }
    }

    private static Undefined.Reason reason(Gold gold) {
        return gold.overall() instanceof Undefined undefined ? undefined.reason() : Undefined.Reason.NOT_FINITE;
    }
}
