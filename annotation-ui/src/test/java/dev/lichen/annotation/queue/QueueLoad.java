package dev.lichen.annotation.queue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.DatabaseSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Measures the queue: {@code QueueLoad TAKES THREADS postgresql|FOLDER}. Many people take places until as many are taken
 * as asked for, then every item is checked to have exactly its target. Each take is the whole of what opening an item does
 * in the database; the place is then closed by one statement instead of a judgement.
 */
final class QueueLoad {

    private static final int OVERLAP = 3;
    private static final int PEOPLE_A_THREAD = 4;

    private QueueLoad() {}

    public static void main(String[] arguments) throws InterruptedException {
        int takes = Integer.parseInt(arguments[0]);
        int threads = Integer.parseInt(arguments[1]);
        DatabaseSettings settings = arguments[2].equals("postgresql")
                ? TestDatabases.POSTGRESQL.fresh()
                : DatabaseSettings.embedded(Path.of(arguments[2]));
        try (TestWorld world = TestWorld.live(settings)) {
            measure(world, takes, threads);
        }
        System.exit(0);
    }

    private static void measure(TestWorld world, int takes, int threads) throws InterruptedException {
        Project project = world.project("load", TestWorld.plain(OVERLAP));
        int items = takes / OVERLAP;
        for (int done = 0; done < items; done += 10_000) {
            world.items(project, Math.min(10_000, items - done), 2);
        }
        AtomicLongArray nanoseconds = new AtomicLongArray(items * OVERLAP);
        AtomicInteger taken = new AtomicInteger();
        List<Thread> running = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < threads; i++) {
            List<Account> people = new ArrayList<>();
            for (int person = 0; person < PEOPLE_A_THREAD; person++) {
                people.add(world.annotator(project));
            }
            running.add(Thread.ofPlatform().start(() -> take(world, project, people, nanoseconds, taken)));
        }
        for (Thread thread : running) {
            thread.join();
        }
        report(world.services().database(), nanoseconds, taken.get(), items, System.nanoTime() - start);
    }

    private static void take(
            TestWorld world, Project project, List<Account> people, AtomicLongArray nanoseconds, AtomicInteger taken) {
        WorkQueue queue = world.services().queue();
        Database database = world.services().database();
        int idle = 0;
        for (int turn = 0; idle < people.size(); turn++) {
            Account person = people.get(turn % people.size());
            long before = System.nanoTime();
            var next = queue.next(person.id(), project.id());
            long after = System.nanoTime();
            if (next.isEmpty()) {
                idle++;
            } else {
                idle = 0;
                nanoseconds.set(taken.getAndIncrement(), after - before);
                database.jdbc()
                        .sql("update assignment set state = 'SUBMITTED' where id = ?")
                        .param(next.get().assignment())
                        .update();
            }
        }
    }

    private static void report(Database database, AtomicLongArray nanoseconds, int taken, int items, long elapsed) {
        long[] sorted = new long[taken];
        for (int i = 0; i < taken; i++) {
            sorted[i] = nanoseconds.get(i);
        }
        Arrays.sort(sorted);
        long wrong = database.jdbc()
                .sql("select count(*) from item where overlap_target <> (select count(*) from assignment"
                        + " where item_id = item.id and state = 'SUBMITTED') or open_slots <> 0")
                .query(Long.class)
                .single();
        System.out.printf(
                "%d takes of %d items in %.0f s: %.0f a second; ms p50 %.1f p95 %.1f p99 %.1f max %.0f; %d items wrong%n",
                taken,
                items,
                elapsed / 1e9,
                taken / (elapsed / 1e9),
                sorted[taken / 2] / 1e6,
                sorted[(int) (taken * 0.95)] / 1e6,
                sorted[(int) (taken * 0.99)] / 1e6,
                sorted[taken - 1] / 1e6,
                wrong);
    }
}
