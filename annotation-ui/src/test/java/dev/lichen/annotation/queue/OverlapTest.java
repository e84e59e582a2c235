package dev.lichen.annotation.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.store.JudgementOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OverlapTest {

    private static final int PEOPLE = 12;
    private static final int ITEMS = 30;
    private static final int OVERLAP = 3;

    /** Everybody takes until nothing is left; every fifth item is skipped, so that places return in between. */
    @ParameterizedTest
    @EnumSource
    void overlapIsExactWhateverRunsAtTheSameTime(TestDatabases databases) throws InterruptedException {
        try (TestWorld world = TestWorld.on(databases);
                ExecutorService threads = Executors.newFixedThreadPool(PEOPLE)) {
            Project project = world.project("p", TestWorld.plain(OVERLAP));
            world.items(project, ITEMS, 3);
            List<Account> people = IntStream.range(0, PEOPLE)
                    .mapToObj(n -> world.annotator(project))
                    .toList();
            List<Future<Integer>> taken = new ArrayList<>();
            people.forEach(person -> taken.add(threads.submit(() -> work(world, project, person))));
            int total = 0;
            for (Future<Integer> one : taken) {
                total += result(one);
            }
            assertTrue(total <= ITEMS * OVERLAP, "judged: " + total);
            assertEquals(ITEMS * OVERLAP, total + judgeWhatIsLeft(world, project));
            assertEquals(ITEMS, rows(world, "select count(*) from item where state = 'FULL' and open_slots = 0"));
            assertEquals(
                    0,
                    rows(
                            world,
                            "select count(*) from (select item_id from assignment where state = 'SUBMITTED'"
                                    + " group by item_id having count(*) <> " + OVERLAP + ") wrong"));
            assertEquals(true, world.services().verification().verify().holds());
        }
    }

    /** The guard alone: of all who read the same number of open places at the same moment, so many get one. */
    @ParameterizedTest
    @EnumSource
    void guardedWriteGivesNoPlaceTwice(TestDatabases databases) throws InterruptedException {
        try (TestWorld world = TestWorld.on(databases)) {
            assertEquals(OVERLAP, takers(world, "open_slots - 1"));
            assertEquals(0, rows(world, "select open_slots from item"));
        }
    }

    /** The same without it, writing what was read less one, which the test above must be able to tell apart. */
    @ParameterizedTest
    @EnumSource
    void writingWhatWasReadBreaksTheTarget(TestDatabases databases) throws InterruptedException {
        try (TestWorld world = TestWorld.on(databases)) {
            assertEquals(PEOPLE, takers(world, String.valueOf(OVERLAP - 1)));
            assertEquals(OVERLAP - 1, rows(world, "select open_slots from item"));
        }
    }

    /** Returns how many of all people, who read together and then write, take a place of one item. */
    private static int takers(TestWorld world, String less) throws InterruptedException {
        Project project = world.project("p", TestWorld.plain(OVERLAP));
        world.items(project, 1, 2);
        CyclicBarrier together = new CyclicBarrier(PEOPLE);
        List<Future<Integer>> taken = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(PEOPLE)) {
            for (int i = 0; i < PEOPLE; i++) {
                taken.add(threads.submit(() -> {
                    int open = rows(world, "select open_slots from item");
                    together.await();
                    return open == 0 ? 0 : take(world, less);
                }));
            }
        }
        int total = 0;
        for (Future<Integer> one : taken) {
            total += result(one);
        }
        return total;
    }

    private static int take(TestWorld world, String less) {
        var database = world.services().database();
        return database.transaction(() -> database.jdbc()
                .sql("update item set open_slots = " + less + " where open_slots > 0")
                .update());
    }

    /** A place may return when all others have gone home. */
    private static int judgeWhatIsLeft(TestWorld world, Project project) {
        int judged = 0;
        for (int i = 0; i < OVERLAP; i++) {
            Account late = world.annotator(project);
            while (world.judgeNext(late, project)) {
                judged++;
            }
        }
        return judged;
    }

    private static int work(TestWorld world, Project project, Account person) {
        WorkQueue queue = world.services().queue();
        int judged = 0;
        int seen = 0;
        var next = queue.next(person.id(), project.id());
        while (next.isPresent()) {
            WorkItem item = next.get();
            if (++seen % 5 == 0) {
                queue.leave(person.id(), item.assignment(), Submission.left(JudgementOutcome.SKIP, ""));
            } else {
                queue.submit(person.id(), item.assignment(), TestWorld.byText(item));
                judged++;
            }
            next = queue.next(person.id(), project.id());
        }
        return judged;
    }

    private static int rows(TestWorld world, String sql) {
        return world.services().database().jdbc().sql(sql).query(Integer.class).single();
    }

    private static int result(Future<Integer> one) throws InterruptedException {
        try {
            return one.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
