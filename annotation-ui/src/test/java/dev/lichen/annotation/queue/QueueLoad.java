package dev.lichen.annotation.queue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.DatabaseSettings;
import dev.lichen.annotation.store.JudgementOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Measures the queue: {@code QueueLoad TAKES THREADS postgresql|FOLDER}. Many people take places at once until as many are
 * taken as asked for, then every item is checked to have exactly its target, and the chain to hold.
 *
 * <p>Each take is the whole of what opening an item does in the database. Of every hundred takes one is judged and one is
 * skipped, so that its place goes back and is taken again; the others are closed by one statement instead of a judgement.
 */
final class QueueLoad {

    private static final int OVERLAP = 3;
    private static final int PEOPLE_A_THREAD = 4;
    private static final int TURNS_BETWEEN_REAL_ENDS = 100;
    private static final int SECONDS_BETWEEN_REPORTS = 15;
    private static final int MOST_IDLE_TURNS = 10_000;

    private final TestWorld world;
    private final Project project;
    private final int wanted;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger skipped = new AtomicInteger();
    private final AtomicIntegerArray microseconds;
    private final long start = System.nanoTime();

    private QueueLoad(TestWorld world, int items) {
        this.world = world;
        this.project = world.project("load", TestWorld.plain(OVERLAP));
        this.wanted = items * OVERLAP;
        this.microseconds = new AtomicIntegerArray(wanted + wanted / TURNS_BETWEEN_REAL_ENDS * 2 + 1000);
        for (int done = 0; done < items; done += 10_000) {
            world.items(project, Math.min(10_000, items - done), 2);
        }
    }

    public static void main(String[] arguments) throws InterruptedException {
        int items = Math.ceilDiv(Integer.parseInt(arguments[0]), OVERLAP);
        DatabaseSettings settings = arguments[2].equals("postgresql")
                ? TestDatabases.POSTGRESQL.fresh()
                : DatabaseSettings.embedded(Path.of(arguments[2]));
        boolean right;
        try (TestWorld world = TestWorld.live(settings)) {
            right = new QueueLoad(world, items).isRight(Integer.parseInt(arguments[1]));
        }
        System.exit(right ? 0 : 1);
    }

    private boolean isRight(int threads) throws InterruptedException {
        List<List<Account>> crews = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            List<Account> people = new ArrayList<>();
            for (int person = 0; person < PEOPLE_A_THREAD; person++) {
                people.add(world.annotator(project));
            }
            crews.add(people);
        }
        System.out.printf("%d places, filled in %.0f s%n", wanted, seconds());
        long begun = System.nanoTime();
        List<Thread> working = crews.stream()
                .map(people -> Thread.ofPlatform().start(() -> take(people)))
                .toList();
        for (Thread thread : working) {
            while (!thread.join(Duration.ofSeconds(SECONDS_BETWEEN_REPORTS))) {
                progress(begun);
            }
        }
        return report(System.nanoTime() - begun);
    }

    private double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    private void progress(long begun) {
        int done = taken.get() - skipped.get();
        double rate = done / ((System.nanoTime() - begun) / 1e9);
        System.out.printf("%d of %d takes, %.0f a second, %.0f s left%n", done, wanted, rate, (wanted - done) / rate);
    }

    /** Goes on until nothing is left, also while others hold what may come back, but not for ever. */
    private void take(List<Account> people) {
        WorkQueue queue = world.services().queue();
        int idle = 0;
        for (int turn = 0; taken.get() - skipped.get() < wanted && idle < MOST_IDLE_TURNS; turn++) {
            Account person = people.get(turn % people.size());
            long before = System.nanoTime();
            var next = queue.next(person.id(), project.id());
            int time = (int) TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - before);
            idle = next.isEmpty() ? idle + 1 : 0;
            next.ifPresent(work -> {
                int number = taken.getAndIncrement();
                microseconds.set(number, time);
                end(queue, person, work, number);
            });
        }
    }

    private void end(WorkQueue queue, Account person, WorkItem work, int number) {
        switch (number % TURNS_BETWEEN_REAL_ENDS) {
            case 0 -> queue.submit(person.id(), work.assignment(), TestWorld.byText(work));
            case 1 -> {
                queue.leave(person.id(), work.assignment(), Submission.left(JudgementOutcome.SKIP, ""));
                skipped.incrementAndGet();
            }
            default ->
                world.services()
                        .database()
                        .jdbc()
                        .sql("update assignment set state = 'SUBMITTED' where id = ?")
                        .param(work.assignment())
                        .update();
        }
    }

    private boolean report(long elapsed) {
        Database database = world.services().database();
        int count = taken.get();
        int[] sorted = new int[count];
        Arrays.setAll(sorted, microseconds::get);
        Arrays.sort(sorted);
        String places = "(select count(*) from assignment where item_id = item.id and state = 'SUBMITTED')";
        long over = items(database, places + " > overlap_target");
        long wrong = items(database, places + " <> overlap_target or open_slots <> 0 or state <> 'FULL'");
        System.out.printf(
                "%d takes (%d of them given back) of %d places in %.0f s: %.0f a second;"
                        + " ms p50 %.1f p95 %.1f p99 %.1f max %.0f; %d items over their target, %d wrong%n",
                count,
                skipped.get(),
                wanted,
                elapsed / 1e9,
                count / (elapsed / 1e9),
                sorted[count / 2] / 1e3,
                sorted[(int) (count * 0.95)] / 1e3,
                sorted[(int) (count * 0.99)] / 1e3,
                sorted[count - 1] / 1e3,
                over,
                wrong);
        var chain = world.services().verification().verify();
        System.out.println(chain);
        return wrong == 0 && chain.holds() && count - skipped.get() == wanted;
    }

    private static long items(Database database, String condition) {
        return database.jdbc()
                .sql("select count(*) from item where " + condition)
                .query(Long.class)
                .single();
    }
}
