package dev.lichen.cli.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes the text from which the base model learns the world's words and facts before it sees a question.
 *
 * <p>A document tells everything about a few things, in both languages, so that what it said before helps to predict what
 * comes: the base model learns to look back. Lists of words stand forwards and backwards; they are drawn anew, so that no
 * document holds the list of a question. Facts, which held-out questions share with training questions, are knowledge
 * that the base text may teach.
 */
public final class BaseText {

    private static final int THINGS_IN_A_DOCUMENT = 2;

    private final List<List<String>> things;
    private final List<List<String>> lists;

    private BaseText(List<List<String>> things, List<List<String>> lists) {
        this.things = things;
        this.lists = lists;
    }

    /** Prepares the text of a world; the lists of words are those of another world. */
    public static BaseText of(World world, RandomGenerator random) {
        return new BaseText(
                statements(world.tasks().stream().filter(task -> !isAboutLists(task))),
                statements(World.create(random).tasks().stream().filter(BaseText::isAboutLists)));
    }

    private static boolean isAboutLists(Task task) {
        return task.category().equals("copying") || task.category().equals("reversing");
    }

    /** Groups what can be said by the thing that it is about. */
    private static List<List<String>> statements(Stream<Task> tasks) {
        Map<String, Set<String>> byThing = new LinkedHashMap<>();
        tasks.forEach(task -> byThing.computeIfAbsent(task.thing(), thing -> new LinkedHashSet<>())
                .add(task.statement()));
        return byThing.values().stream().map(List::copyOf).toList();
    }

    /** Writes documents, one string each. */
    public List<String> documents(int count, RandomGenerator random) {
        return IntStream.range(0, count).mapToObj(i -> document(random)).toList();
    }

    private String document(RandomGenerator random) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < THINGS_IN_A_DOCUMENT; i++) {
            lines.addAll(shuffled(choose(things, random), random));
        }
        lines.addAll(shuffled(choose(lists, random), random));
        for (Language language : Language.values()) {
            lines.add(choose(Phrases.courteous(language), random));
        }
        return String.join("\n", lines);
    }

    private static List<String> shuffled(List<String> lines, RandomGenerator random) {
        List<String> copy = new ArrayList<>(lines);
        Collections.shuffle(copy, random);
        return copy;
    }

    private static <T> T choose(List<T> choices, RandomGenerator random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
