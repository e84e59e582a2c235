package dev.lichen.annotation.view;

import com.vaadin.flow.component.UI;
import dev.lichen.annotation.project.AnswerSchema;
import dev.lichen.annotation.project.SchemaVersion;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Names criteria and flags in the reader's language, by any version of a project's schema that knows them.
 *
 * @param versions newest first
 */
record SchemaWords(List<AnswerSchema> versions) {

    static SchemaWords of(List<SchemaVersion> versions) {
        return new SchemaWords(versions.stream().map(SchemaVersion::schema).toList());
    }

    String name(String code) {
        String language = UI.getCurrent().getLocale().getLanguage();
        return versions.stream()
                .map(schema -> schema.name(code, language))
                .filter(name -> !name.equals(code))
                .findFirst()
                .orElse(code);
    }

    /** Returns the values that an answer got and what is wrong with it: {@code helpful 4 · ⚑ untrue}; empty if nothing. */
    String said(SortedMap<String, Integer> ratings, List<String> flags) {
        String values = ratings.entrySet().stream().map(this::value).collect(Collectors.joining(" · "));
        String marks = flags.stream().map(flag -> "⚑ " + name(flag)).collect(Collectors.joining(" · "));
        return values.isEmpty() || marks.isEmpty() ? values + marks : values + " · " + marks;
    }

    private String value(Map.Entry<String, Integer> rating) {
        return name(rating.getKey()) + " " + rating.getValue();
    }
}
