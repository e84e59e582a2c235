package dev.lichen.annotation.store;

import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.queue.DraftResult;
import dev.lichen.annotation.queue.Receipt;
import dev.lichen.annotation.queue.WorkItem;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The process that {@link CrashTest} kills: several annotators at work, each judgement printed once it is acknowledged. */
final class CrashingWriter {

    private static final int PEOPLE = 4;

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);
    private static volatile long lastLine = System.nanoTime();

    private CrashingWriter() {}

    public static void main(String[] arguments) {
        Thread.ofPlatform().daemon().start(CrashingWriter::watch);
        TestWorld world = TestWorld.live(new DatabaseSettings(arguments[0], arguments[1], "", PEOPLE * 2));
        Project project =
                world.services().projects().find("crash").orElseGet(() -> world.project("crash", TestWorld.plain(2)));
        world.items(project, 300, 3);
        for (int i = 0; i < PEOPLE; i++) {
            Account person = world.annotator(project);
            new Thread(() -> work(world, project, person)).start();
        }
    }

    private static void work(TestWorld world, Project project, Account person) {
        var queue = world.services().queue();
        while (true) {
            WorkItem item = queue.next(person.id(), project.id()).orElseThrow();
            if (queue.saveDraft(person.id(), item.assignment(), "draft", 0) instanceof DraftResult.Saved) {
                print("DRAFT " + item.assignment());
            }
            Receipt receipt = queue.submit(person.id(), item.assignment(), TestWorld.byText(item));
            print("JUDGED " + receipt.judgement());
        }
    }

    private static synchronized void print(String line) {
        System.out.println(line);
        System.out.flush();
        lastLine = System.nanoTime();
    }

    /** Ends a process that is stuck, so that the test fails instead of waiting, and says where. */
    private static void watch() {
        try {
            while (System.nanoTime() - lastLine < LONGEST_SILENCE.toNanos()) {
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Thread.getAllStackTraces().forEach((thread, frames) -> {
            System.out.println("STUCK " + thread);
            for (StackTraceElement frame : frames) {
                System.out.println("STUCK   " + frame);
            }
        });
        Runtime.getRuntime().halt(3);
    }
}
