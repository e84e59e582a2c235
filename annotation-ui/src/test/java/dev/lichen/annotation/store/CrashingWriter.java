package dev.lichen.annotation.store;

import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.queue.DraftResult;
import dev.lichen.annotation.queue.Receipt;
import dev.lichen.annotation.queue.WorkItem;
import java.nio.file.Path;

/** The process that {@link CrashTest} kills: several annotators at work, each judgement printed once it is acknowledged. */
final class CrashingWriter {

    private static final int PEOPLE = 4;

    private CrashingWriter() {}

    public static void main(String[] arguments) {
        TestWorld world = TestWorld.live(DatabaseSettings.embedded(Path.of(arguments[0])));
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
    }
}
