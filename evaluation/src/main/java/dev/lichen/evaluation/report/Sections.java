package dev.lichen.evaluation.report;

import dev.lichen.evaluation.Measured;
import dev.lichen.evaluation.markup.Markup;

/** Adds the pieces that a page's sections are made of. */
public final class Sections {
    private Sections() {}

    /** Opens a section with its heading; the caller closes it. */
    public static Markup open(Markup page, String id, String heading) {
        return page.open("section", "id", id, "aria-labelledby", id + "-heading")
                .element("h2", heading, "id", id + "-heading");
    }

    /** Opens a table that scrolls by itself where the page is narrow, with its caption; the caller closes both. */
    public static Markup openTable(Markup page, String caption, String style) {
        return page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption)
                .open("table", "class", style)
                .element("caption", caption);
    }

    /** Adds a table's head. */
    public static void head(Markup page, String... columns) {
        page.open("thead").open("tr");
        for (String column : columns) {
            page.element("th", column, "scope", "col");
        }
        page.close().close();
    }

    /** Adds a cell with a number. */
    public static void number(Markup page, String text) {
        page.element("td", text, "class", "number");
    }

    /** Adds what a measured quantity rests on, as {@code n = 360 in 120 prompts}. */
    static String basis(Measured measured, String unit) {
        if (measured.value() == null) {
            return measured.undefined() == null ? "" : measured.undefined();
        }
        return measured.n() + " " + unit + ", " + measured.clusters() + " prompts";
    }

    /** Adds a note in small print. */
    public static void note(Markup page, String text) {
        page.element("p", text, "class", "note");
    }
}
