package dev.lichen.cli.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Writes the text from which the base model learns the world's words and facts before it sees a question.
 *
 * <p>A document is a handful of facts in both languages, polite phrases and lists of words forwards and backwards. The
 * lists are drawn anew, so that no document holds the list of a question. Facts, which held-out questions share with
 * training questions, are knowledge that the base text may teach.
 */
public final class BaseText {

    private static final int FACTS_IN_A_DOCUMENT = 6;

    private final List<String> facts;
    private final World otherLists;

    private BaseText(List<String> facts, World otherLists) {
        this.facts = facts;
        this.otherLists = otherLists;
    }

    /** Prepares the text of a world. */
    public static BaseText of(World world, RandomGenerator random) {
        List<String> facts = world.tasks().stream()
                .filter(task -> !isAboutLists(task))
                .map(Task::statement)
                .distinct()
                .toList();
        return new BaseText(facts, World.create(random));
    }

    private static boolean isAboutLists(Task task) {
        return task.category().equals("copying") || task.category().equals("reversing");
    }

    /** Writes documents, one string each. */
    public List<String> documents(int count, RandomGenerator random) {
        List<String> listSentences = otherLists.tasks().stream()
                .filter(BaseText::isAboutLists)
                .map(BaseText::listSentence)
                .toList();
        return IntStream.range(0, count)
                .mapToObj(i -> document(listSentences, random))
                .toList();
    }

    private static String listSentence(Task task) {
        String list = task.question()
                .substring(
                        Math.max(task.question().indexOf(": "), task.question().indexOf('：')) + 1);
        return list.strip() + "\n" + task.statement();
    }

    private String document(List<String> listSentences, RandomGenerator random) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < FACTS_IN_A_DOCUMENT; i++) {
            lines.add(facts.get(random.nextInt(facts.size())));
        }
        lines.add(listSentences.get(random.nextInt(listSentences.size())));
        for (Language language : Language.values()) {
            List<String> phrases = Phrases.courteous(language);
            lines.add(phrases.get(random.nextInt(phrases.size())));
        }
        Collections.shuffle(lines, random);
        return String.join("\n", lines);
    }
}
