package dev.lichen.datasets;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says who speaks a {@link Message}. */
public enum Role {
    /** Instructions that frame the whole conversation. */
    SYSTEM,
    /** The person who asks. */
    USER,
    /** The model, or a person writing in its place. */
    ASSISTANT,
    /** The result of a tool that the assistant called. */
    TOOL;

    private final String jsonName = name().toLowerCase(Locale.ROOT);

    /** Returns the name used in JSON and in chat templates: {@code system}, {@code user}, {@code assistant}, {@code tool}. */
    public String jsonName() {
        return jsonName;
    }

    /** Returns the role of this JSON name, if there is one. */
    public static Optional<Role> named(String jsonName) {
        return Arrays.stream(values())
                .filter(role -> role.jsonName.equals(jsonName))
                .findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(Role::jsonName).collect(Collectors.joining(", "));
    }
}
