package dev.lichen.evaluation.plot;

import dev.lichen.evaluation.markup.Markup;
import java.util.Locale;

/**
 * One row of a table of counts: a bar as long as the row's share of the largest.
 *
 * @param share in [0, 1]
 */
public record ShareBar(double share) {
    private static final double WIDTH = 240;
    private static final double HEIGHT = 12;

    public ShareBar {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be in [0, 1], was " + share);
        }
    }

    /** Draws the bar; one of a share above 0 can be seen. */
    public Markup draw() {
        double width = share == 0 ? 0 : Math.max(1, share * WIDTH);
        return Markup.fragment()
                .open(
                        "svg",
                        "class",
                        "strip bar",
                        "viewBox",
                        "0 0 " + Frame.number(WIDTH) + " " + Frame.number(HEIGHT),
                        "preserveAspectRatio",
                        "none",
                        "role",
                        "img",
                        "aria-label",
                        String.format(Locale.ROOT, "%.1f%% of the largest", share * 100))
                .empty(
                        "rect",
                        "class",
                        "marker",
                        "x",
                        "0",
                        "y",
                        "0",
                        "width",
                        Frame.number(width),
                        "height",
                        Frame.number(HEIGHT))
                .close();
    }
}
