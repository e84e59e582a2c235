package dev.lichen.lm.tokenizer;

import java.util.Map;
import java.util.Optional;

/**
 * What a tokenizer's files say beyond its vocabulary.
 *
 * @param specialTokens the literal of each named role, such as {@code eos_token}; roles without a token are absent
 * @param chatTemplate the chat template's Jinja source, empty when the files have none
 */
public record TokenizerSettings(Map<String, String> specialTokens, String chatTemplate) {

    /** The name of the role that ends a text. */
    public static final String END_OF_SEQUENCE = "eos_token";

    /** Keeps its own copy of the map. */
    public TokenizerSettings {
        specialTokens = Map.copyOf(specialTokens);
    }

    /** Returns the settings of a tokenizer whose files say nothing. */
    public static TokenizerSettings none() {
        return new TokenizerSettings(Map.of(), "");
    }

    /** Returns the literal that ends a text, if the files name one. */
    public Optional<String> endOfSequence() {
        return Optional.ofNullable(specialTokens.get(END_OF_SEQUENCE));
    }

    /** Returns whether the files have a chat template. */
    public boolean hasChatTemplate() {
        return !chatTemplate.isEmpty();
    }
}
