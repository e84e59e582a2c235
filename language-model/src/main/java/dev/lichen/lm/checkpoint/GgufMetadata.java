package dev.lichen.lm.checkpoint;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Holds the metadata of a GGUF file: texts, booleans, {@link Long}s, {@link Double}s, and lists of them, by key.
 *
 * @param file the file, for messages
 * @param values the values by key
 */
record GgufMetadata(Path file, Map<String, Object> values) {

    boolean has(String key) {
        return values.containsKey(key);
    }

    String text(String key, String absent) {
        Object value = values.getOrDefault(key, absent);
        if (value instanceof String text) {
            return text;
        }
        throw bad(key, "text");
    }

    int wholeNumber(String key) {
        return optional(key).orElseThrow(() -> bad(key, "a whole number"));
    }

    int wholeNumber(String key, int absent) {
        return has(key) ? wholeNumber(key) : absent;
    }

    OptionalInt optional(String key) {
        Object value = values.get(key);
        if (value instanceof Long number && number >= 0 && number <= Integer.MAX_VALUE) {
            return OptionalInt.of(Math.toIntExact(number));
        }
        if (value == null) {
            return OptionalInt.empty();
        }
        throw bad(key, "a whole number");
    }

    double number(String key, double absent) {
        if (values.getOrDefault(key, absent) instanceof Number number) {
            return number.doubleValue();
        }
        throw bad(key, "a number");
    }

    CheckpointException bad(String key, String expected) {
        return CheckpointException.at(file, has(key) ? key + " = " + values.get(key) : "no " + key, expected);
    }
}
