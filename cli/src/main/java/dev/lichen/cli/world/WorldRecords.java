package dev.lichen.cli.world;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.Demonstration;
import dev.lichen.datasets.ExtraFields;
import dev.lichen.datasets.Judgement;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.Ranking;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Writes what happens in the world as the records that every stage reads, each saying that it is simulated. */
public final class WorldRecords {

    /** The source that every record of the world carries. */
    public static final String SOURCE = "simulated quickstart world";

    private WorldRecords() {}

    /** Returns a task's question, with its language and category. */
    public static Prompt prompt(Task task) {
        return new Prompt(messages(task), attributes(task));
    }

    /** Returns a demonstration of mixed quality: its style is drawn, and not told. */
    public static Demonstration demonstration(Task task, RandomGenerator random) {
        String answer = AnswerWriter.write(task, AnswerStyle.draw(random), random);
        List<Message> messages = List.of(Message.user(task.question()), Message.assistant(answer));
        return new Demonstration(messages, attributes(task));
    }

    /** Lets a simulated annotator rank answers that a model gave. */
    public static Ranking ranking(
            Task task, List<String> answers, String generator, SimulatedAnnotator annotator, RandomGenerator random) {
        return new Ranking(
                messages(task),
                answers.stream().map(answer -> new Answer(answer, generator)).toList(),
                annotator.rank(task, answers, random),
                Judgement.by(annotator.name()),
                attributes(task));
    }

    /** Finds the task that a prompt of one message asks. */
    public static Optional<Task> taskOf(World world, Prompt prompt) {
        return world.taskOf(prompt.prompt().getLast().content());
    }

    private static List<Message> messages(Task task) {
        return List.of(Message.user(task.question()));
    }

    private static Attributes attributes(Task task) {
        return Attributes.none()
                .withLanguage(task.language().code())
                .withSource(SOURCE)
                .withExtra(ExtraFields.none().with("category", TextNode.valueOf(task.category())));
    }
}
