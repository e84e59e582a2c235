package dev.lichen.cli.world;

import java.util.List;

/**
 * States one question of the world and what a right answer to it says.
 *
 * @param category the kind of task, such as {@code translation}
 * @param thing what it is about; tasks about the same thing share it
 * @param language the language of the question and of its answer
 * @param question what the user asks; no two tasks share it
 * @param subject the words by which a complete answer refers to the question
 * @param key the words that make an answer right
 * @param pattern the complete answer with {@code {key}} in the place of the key
 * @param rivals other keys of the category; an answer that names one of them is wrong
 */
public record Task(
        String category,
        String thing,
        Language language,
        String question,
        String subject,
        String key,
        String pattern,
        List<String> rivals) {

    /** Copies the rivals and rejects a key among them. */
    public Task {
        rivals = List.copyOf(rivals);
        if (rivals.contains(key)) {
            throw new IllegalArgumentException("the key '%s' is its own rival in '%s'".formatted(key, question));
        }
    }

    /** Returns the complete right answer as one sentence. */
    public String statement() {
        return statementWith(key);
    }

    /** Returns the sentence that gives another key as the answer. */
    public String statementWith(String otherKey) {
        return pattern.replace(Template.KEY, otherKey);
    }
}
