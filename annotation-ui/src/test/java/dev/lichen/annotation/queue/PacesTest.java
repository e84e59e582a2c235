package dev.lichen.annotation.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.AccountException;
import dev.lichen.annotation.account.Goals;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.store.EventKind;
import dev.lichen.annotation.store.JudgementOutcome;
import dev.lichen.annotation.store.LedgerEvent;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PacesTest {

    @ParameterizedTest
    @EnumSource
    void daysBeginAtMidnightWhereThePersonIs(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 4, 2);
            Account person = world.annotator(project);
            assertTrue(world.judgeNext(person, project));
            Paces paces = world.services().paces();
            assertEquals(1, paces.today(person.id(), ZoneOffset.UTC));

            ZoneId midnightNow = zoneWhereItIs(world, 23);
            assertEquals(1, paces.today(person.id(), midnightNow));
            world.clock().advance(Duration.ofHours(1));
            assertEquals(0, paces.today(person.id(), midnightNow), "a new day has begun there");
            assertEquals(1, paces.today(person.id(), zoneWhereItIs(world, 12)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyOnesOwnFirstJudgementsCount(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(2));
            world.items(project, 4, 2);
            Account person = world.annotator(project);
            WorkQueue queue = world.services().queue();
            WorkItem skipped = queue.next(person.id(), project.id()).orElseThrow();
            queue.leave(person.id(), skipped.assignment(), Submission.left(JudgementOutcome.SKIP, ""));
            WorkItem judged = queue.next(person.id(), project.id()).orElseThrow();
            queue.submit(person.id(), judged.assignment(), TestWorld.byText(judged));
            queue.correct(person.id(), judged.assignment(), TestWorld.byText(judged));
            world.judgeNext(world.annotator(project), project);

            Pace pace = world.services().paces().of(person.id(), project.id(), ZoneOffset.UTC);
            assertEquals(new Pace(1, 1, Duration.ofSeconds(1)), pace);
            Project other = world.project("q", TestWorld.plain(1));
            assertEquals(new Pace(0, 0, null), world.services().paces().of(person.id(), other.id(), ZoneOffset.UTC));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theMedianOfTwoTimesLiesBetweenThem(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 2, 2);
            Account person = world.annotator(project);
            WorkQueue queue = world.services().queue();
            for (long milliseconds : List.of(2_000L, 5_000L)) {
                WorkItem work = queue.next(person.id(), project.id()).orElseThrow();
                Effort effort = new Effort(milliseconds, 9_000, 0, 3, 0);
                queue.submit(person.id(), work.assignment(), Submission.ranking(List.of(1, 2), effort));
            }
            assertEquals(
                    Duration.ofMillis(3_500),
                    world.services()
                            .paces()
                            .of(person.id(), project.id(), ZoneOffset.UTC)
                            .anItem()
                            .orElseThrow());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aGoalIsThePersonsOwnAndTheLedgerDoesNotTellIt(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            Account person = world.annotator(project);
            Goals goals = world.services().goals();
            goals.set(person.id(), 20);
            goals.set(person.id(), 777);
            assertEquals(Optional.of(777), goals.of(person.id()));
            assertEquals(Optional.empty(), goals.of(world.owner().id()));
            List<String> noted = world.services().ledger().after(0, 1000).stream()
                    .filter(event -> event.kind() == EventKind.ACCOUNT_CHANGED)
                    .map(LedgerEvent::payload)
                    .toList();
            assertEquals(List.of("{\"changed\":\"goal\"}", "{\"changed\":\"goal\"}"), noted);
            assertThrows(AccountException.class, () -> goals.set(person.id(), 0));
            assertThrows(AccountException.class, () -> goals.set(person.id(), Goals.HIGHEST + 1));
            goals.clear(person.id());
            assertEquals(Optional.empty(), goals.of(person.id()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void askingForGoalsAgainAndAgainKeepsNoConnection(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Account person = world.annotator(world.project("p", TestWorld.plain(1)));
            world.services().goals().set(person.id(), 5);
            for (int time = 0; time < 50; time++) {
                assertEquals(Optional.of(5), world.services().goals().of(person.id()));
                assertEquals(0, world.services().paces().today(person.id(), ZoneOffset.UTC));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void anErasedPersonLeavesNoGoal(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Account person = world.annotator(world.project("p", TestWorld.plain(1)));
            world.services().goals().set(person.id(), 5);
            world.services().accounts().erase(person.id(), person.id());
            assertEquals(Optional.empty(), world.services().goals().of(person.id()));
        }
    }

    /** Returns a zone in which the clock of the world shows an hour now. */
    private static ZoneId zoneWhereItIs(TestWorld world, int hour) {
        int utc = world.clock().instant().atOffset(ZoneOffset.UTC).getHour();
        int ahead = Math.floorMod(hour - utc + 12, 24) - 12;
        return ZoneOffset.ofHours(ahead);
    }
}
