package dev.lichen.datasets.statistics.judgements;

import dev.lichen.datasets.statistics.WeakOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The same answers to the same prompt, ranked by several annotators.
 *
 * <p>An annotator counts once, by the last order that he gave; what he said before is kept to see whether he agrees with
 * himself. Rankings without a name are by different people.
 */
final class RankingTask {

    private final int number;
    private final String prompt;
    private final String question;
    private final List<String> answers;
    private final String language;
    private final Map<String, WeakOrder> orders = new LinkedHashMap<>();
    private final List<String> unnamed = new ArrayList<>();
    private final Map<String, List<WeakOrder>> repeats = new LinkedHashMap<>();

    RankingTask(int number, String prompt, String question, List<String> answers, String language) {
        this.number = number;
        this.prompt = prompt;
        this.question = question;
        this.answers = answers;
        this.language = language;
    }

    void add(@Nullable String annotator, WeakOrder order) {
        if (annotator == null) {
            String name = "\u0000" + unnamed.size();
            unnamed.add(name);
            orders.put(name, order);
            return;
        }
        WeakOrder before = orders.put(annotator, order);
        if (before != null) {
            repeats.computeIfAbsent(annotator, name -> new ArrayList<>(List.of(before)))
                    .add(order);
        }
    }

    /** Returns the task's place among all, from 0. */
    int number() {
        return number;
    }

    /** Returns the key of the prompt, which clusters its tasks. */
    String prompt() {
        return prompt;
    }

    /** Returns the last message of the prompt. */
    String question() {
        return question;
    }

    /** Returns the answers, in the order of the first ranking. */
    List<String> answers() {
        return answers;
    }

    String language() {
        return language;
    }

    /** Returns one order for each annotator. */
    List<WeakOrder> orders() {
        return List.copyOf(orders.values());
    }

    /** Returns the names of those who gave the {@link #orders()}; names that start with NUL stand for nobody. */
    List<String> judges() {
        return List.copyOf(orders.keySet());
    }

    static boolean isNamed(String judge) {
        return !judge.startsWith("\u0000");
    }

    /** Returns the orders of annotators who ranked more than once, oldest first. */
    Map<String, List<WeakOrder>> repeats() {
        return repeats;
    }

    boolean isShared() {
        return orders.size() > 1;
    }
}
