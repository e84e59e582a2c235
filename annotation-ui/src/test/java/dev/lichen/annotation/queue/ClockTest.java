package dev.lichen.annotation.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.project.Project;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Work under a clock that is moved. */
class ClockTest {

    @ParameterizedTest
    @EnumSource
    void clockThatGoesBackStopsNobodyAndTheChainHolds(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(2));
            world.items(project, 3, 2);
            Account ann = world.annotator(project);
            assertTrue(world.judgeNext(ann, project));
            WorkItem work =
                    world.services().queue().next(ann.id(), project.id()).orElseThrow();
            world.clock().advance(Duration.ofDays(-30));
            WorkQueue queue = world.services().queue();
            assertInstanceOf(DraftResult.Saved.class, queue.saveDraft(ann.id(), work.assignment(), "{}", 0));
            queue.submit(ann.id(), work.assignment(), TestWorld.byText(work));
            Account bob = world.annotator(project);
            while (world.judgeNext(bob, project)) {
                world.clock().advance(Duration.ofMinutes(-1));
            }
            assertTrue(world.judgeNext(ann, project));
            assertTrue(world.services().verification().verify().holds());
            assertEquals(6, world.services().items().progress(project.id()).judgements());
        }
    }

    @ParameterizedTest
    @EnumSource
    void leaseOfAClockThatWasAheadEndsOnceTheClockIsThereAgain(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 1, 2);
            Account ann = world.annotator(project);
            Account bob = world.annotator(project);
            world.clock().advance(Duration.ofHours(2));
            WorkItem work =
                    world.services().queue().next(ann.id(), project.id()).orElseThrow();
            world.clock().advance(Duration.ofHours(-2));
            assertTrue(world.services().queue().next(bob.id(), project.id()).isEmpty());
            world.clock().advance(Duration.ofHours(3));
            assertTrue(world.judgeNext(bob, project));
            assertInstanceOf(
                    DraftResult.Kept.class, world.services().queue().saveDraft(ann.id(), work.assignment(), "{}", 0));
        }
    }
}
