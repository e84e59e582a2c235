package dev.lichen.datasets.split;

import dev.lichen.datasets.Message;
import dev.lichen.datasets.Role;
import java.util.List;

/** Says which prompts belong together, so that one part gets them all. */
public enum Grouping {
    /** Prompts whose messages are all alike. */
    PROMPT {
        @Override
        List<Message> key(List<Message> prompt) {
            return prompt;
        }
    },

    /**
     * Prompts with the same first question, which keeps the turns of one conversation tree together: an answer that is
     * ranked in one record may be history in another.
     */
    OPENING {
        @Override
        List<Message> key(List<Message> prompt) {
            return prompt.stream()
                    .filter(message -> message.role() == Role.USER)
                    .findFirst()
                    .map(List::of)
                    .orElse(prompt);
        }
    };

    abstract List<Message> key(List<Message> prompt);
}
