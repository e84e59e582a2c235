package dev.lichen.evaluation;

import dev.lichen.datasets.Prompt;
import java.util.stream.Collectors;

/** The text that prompts are told apart by: what is said by whom, whatever the record's id. */
final class PromptKey {
    private PromptKey() {}

    static String of(Prompt prompt) {
        return prompt.prompt().stream()
                .map(message -> message.role().jsonName() + ": " + message.content())
                .collect(Collectors.joining("\n"));
    }
}
