package dev.lichen.annotation.view;

import com.vaadin.flow.component.html.Div;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The languages that somebody judges, each named in itself: those of the pages, and those that items are in. */
final class LanguageChoice extends Div {

    static final List<String> OF_PAGES = List.of("en", "zh");

    private final Map<String, Tick> ticks = new LinkedHashMap<>();

    /**
     * Offers languages.
     *
     * @param ofItems two-letter codes
     * @param chosen what is ticked at first; offered in any case
     */
    LanguageChoice(Collection<String> ofItems, Collection<String> chosen) {
        addClassName("field");
        Div row = Parts.row();
        TreeSet<String> others = new TreeSet<>(ofItems);
        others.addAll(chosen);
        OF_PAGES.forEach(others::remove);
        OF_PAGES.forEach(tag -> offer(row, tag, chosen));
        others.forEach(tag -> offer(row, tag, chosen));
        add(Parts.quiet(getTranslation("register.languages")), row);
    }

    private void offer(Div row, String tag, Collection<String> chosen) {
        Tick tick = new Tick(chosen.contains(tag));
        ticks.put(tag, tick);
        row.add(Parts.ticked(name(tag), tick));
    }

    List<String> chosen() {
        return ticks.entrySet().stream()
                .filter(one -> one.getValue().getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the name of a language in itself, or its code where Java knows no name. */
    static String name(String tag) {
        Locale language = Locale.forLanguageTag(tag);
        String name = language.getDisplayLanguage(language);
        return name.isEmpty() ? tag : name;
    }
}
