package dev.lichen.datasets.statistics.judgements;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One answer to one prompt, rated by several annotators on one criterion.
 *
 * <p>An annotator counts once, by the last value that he gave. Ratings without a name are by different people.
 */
final class RatingTask {

    private final int number;
    private final String prompt;
    private final String language;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<List<String>> repeats = new ArrayList<>();

    RatingTask(int number, String prompt, String language) {
        this.number = number;
        this.prompt = prompt;
        this.language = language;
    }

    void add(@Nullable String annotator, String value) {
        String before = values.put(annotator == null ? "\u0000" + values.size() : annotator, value);
        if (before != null) {
            repeats.add(List.of(before, value));
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

    String language() {
        return language;
    }

    /** Returns each annotator's value; names that start with NUL stand for nobody. */
    Map<String, String> values() {
        return values;
    }

    /** Returns the values of annotators who rated again: what they said before, and then. */
    List<List<String>> repeats() {
        return repeats;
    }

    boolean isShared() {
        return values.size() > 1;
    }
}
