package dev.lichen.datasets.formats.judged;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Translates the English names of languages, which the Arena uses, to language tags and back. */
final class Languages {

    private static final Map<String, String> TAGS = tags();

    private Languages() {}

    /** Returns the tag of a language's name; a name that is none stays as it is. */
    static String tag(String name) {
        return TAGS.getOrDefault(name, name);
    }

    /** Returns the name of a tag; what is no tag stays as it is. */
    static String name(String tag) {
        String name = Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
        return tag.equals(TAGS.get(name)) ? name : tag;
    }

    private static Map<String, String> tags() {
        Map<String, String> tags = new HashMap<>();
        for (String tag : Locale.getISOLanguages()) {
            tags.putIfAbsent(Locale.of(tag).getDisplayLanguage(Locale.ENGLISH), tag);
        }
        return Map.copyOf(tags);
    }
}
