package dev.lichen.annotation.project;

import dev.lichen.annotation.store.CanonicalJson;
import dev.lichen.datasets.Message;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Words that must all stand in a prompt, in any case.
 *
 * @param text the words, with spaces between; empty where any prompt will do
 */
public record SearchWords(String text) {

    public SearchWords {
        text = text.strip();
    }

    private List<String> terms() {
        return text.isEmpty()
                ? List.of()
                : Arrays.asList(text.toLowerCase(Locale.ROOT).split("\\s+"));
    }

    /** Returns the condition that a column of stored prompts fits if all words stand in it; empty where any prompt will do. */
    public String condition(String column) {
        return parameters().keySet().stream()
                .map(term -> "lower(" + column + ") like lower(:" + term + ") escape '!'")
                .collect(Collectors.joining(" and "));
    }

    /** Returns the parameters of the condition. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        patterns().forEach(pattern -> parameters.put("term" + parameters.size(), pattern));
        return parameters;
    }

    /** Returns patterns that prompts as they are stored are like; {@code !} takes meaning away. */
    private List<String> patterns() {
        return terms().stream()
                .map(CanonicalJson::write)
                .map(json -> json.substring(1, json.length() - 1).replaceAll("[!%_]", "!$0"))
                .map(pattern -> "%" + pattern + "%")
                .toList();
    }

    /** Returns whether all words stand in a prompt's texts: as stored, a prompt also has the names of its fields in it. */
    public boolean allIn(List<Message> prompt) {
        String texts = prompt.stream()
                .map(Message::content)
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
        return terms().stream().allMatch(texts::contains);
    }
}
