package dev.lichen.evaluation.report;

import dev.lichen.evaluation.markup.Markup;
import java.util.List;

/** A figure's caption: its title and, where it has several lines, which is which. */
final class Legend {
    private Legend() {}

    static void caption(Markup page, String title, List<String> names) {
        page.open("figcaption").element("span", title, "class", "figure-title");
        if (names.size() == 1) {
            page.text(" ").text(names.getFirst());
        } else {
            for (int i = 0; i < names.size(); i++) {
                page.text(" ");
                page.open("span", "class", "key")
                        .open("svg", "class", "swatch", "viewBox", "0 0 22 8", "aria-hidden", "true")
                        .empty("line", "class", "line series-" + (i + 1), "x1", "0", "y1", "4", "x2", "22", "y2", "4")
                        .close()
                        .text(names.get(i))
                        .close();
            }
        }
        page.close();
    }
}
