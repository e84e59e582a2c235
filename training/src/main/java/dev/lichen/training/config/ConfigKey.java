package dev.lichen.training.config;

/**
 * Describes one key of a configuration, for help texts and forms.
 *
 * @param path the key with its sections, such as {@code schedule.warmupSteps}
 * @param type what a value looks like, such as {@code a whole number}
 * @param value the value in the described record, as it would be written; empty when there is none
 * @param doc the key's {@link Doc} line, or empty
 */
public record ConfigKey(String path, String type, String value, String doc) {

    /** Returns the key on one line of a help text. */
    @Override
    public String toString() {
        String line = "%s=%s (%s)".formatted(path, value, type);
        return doc.isEmpty() ? line : line + ": " + doc;
    }
}
