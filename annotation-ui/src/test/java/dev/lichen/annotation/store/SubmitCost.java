package dev.lichen.annotation.store;

import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.queue.WorkItem;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Measures what it costs that an answer is on the disk before it is given: {@code SubmitCost FOLDER TIMES}. One person
 * submits so many items to the embedded database as the app opens it, and to one whose file H2 writes when it likes.
 */
final class SubmitCost {

    private static final double NANOSECONDS = 1e6;
    private static final int WARM_UP = 200;

    private SubmitCost() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        int times = Integer.parseInt(arguments[1]);
        DatabaseSettings forced = DatabaseSettings.embedded(folder.resolve("forced"));
        DatabaseSettings usual = DatabaseSettings.embedded(folder.resolve("left"));
        String left = usual.url().replace("jdbc:h2:file:", "jdbc:h2:");
        double with = median("forced before it returns", forced, times);
        double without = median("left to H2", new DatabaseSettings(left, usual.user(), "", 4), times);
        System.out.printf("ratio %.1f%n", with / without);
        System.exit(0);
    }

    private static double median(String name, DatabaseSettings settings, int times) {
        long[] nanoseconds = new long[times];
        try (TestWorld world = TestWorld.live(settings)) {
            Project project = world.project("cost", TestWorld.plain(1));
            world.items(project, WARM_UP + times, 4);
            Account person = world.annotator(project);
            for (int i = -WARM_UP; i < times; i++) {
                WorkItem work =
                        world.services().queue().next(person.id(), project.id()).orElseThrow();
                long start = System.nanoTime();
                world.services().queue().submit(person.id(), work.assignment(), TestWorld.byText(work));
                nanoseconds[Math.max(i, 0)] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanoseconds);
        double median = nanoseconds[times / 2] / NANOSECONDS;
        System.out.printf("%s: p50 %.2f ms, p95 %.2f ms%n", name, median, nanoseconds[times * 95 / 100] / NANOSECONDS);
        return median;
    }
}
