package dev.lichen.cli.world;

import java.util.Arrays;

/** Names a language of the world. */
public enum Language {
    /** English, code {@code en}. */
    ENGLISH("en"),
    /** Chinese, code {@code zh}. */
    CHINESE("zh");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** Returns the two-letter code that records carry. */
    public String code() {
        return code;
    }

    static Language of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no language has the code " + code));
    }
}
