package dev.lichen.evaluation.report;

import dev.lichen.evaluation.markup.Markup;
import java.util.List;

/** What a reader might expect and will not find. */
final class NotMeasuredSection {
    private NotMeasuredSection() {}

    static void add(Markup page, List<String> sentences) {
        Sections.open(page, "not-measured", "What was not measured");
        if (sentences.isEmpty()) {
            Sections.note(page, "Nothing was noted here by whoever made this report.");
        } else {
            page.open("ul");
            sentences.forEach(sentence -> page.element("li", sentence));
            page.close();
        }
        page.close();
    }
}
