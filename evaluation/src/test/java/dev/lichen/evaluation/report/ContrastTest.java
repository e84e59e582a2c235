package dev.lichen.evaluation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the style sheet's colours to WCAG 2.2 AA: 4.5 for text, 3 for lines that carry meaning. */
class ContrastTest {
    private static final double TEXT = 4.5;
    private static final double GRAPHIC = 3;
    private static final Pattern COLOUR = Pattern.compile("--([a-z]+): #([0-9a-f]{3,6});");

    @Test
    void textCanBeReadInEveryScheme() {
        schemes().forEach((scheme, colours) -> {
            for (String background : List.of("paper", "raised")) {
                for (String text : List.of("ink", "soft", "gain", "loss", "even")) {
                    assertAtLeast(TEXT, colours, text, background, scheme);
                }
            }
        });
    }

    @Test
    void linesCanBeSeenInEveryScheme() {
        schemes().forEach((scheme, colours) -> {
            for (String line : List.of("one", "two", "three")) {
                assertAtLeast(GRAPHIC, colours, line, "paper", scheme);
            }
        });
    }

    @Test
    void contrastIsTheStandards() {
        assertEquals(21, contrast("000000", "ffffff"), 1e-9);
        assertEquals(4.54, contrast("767676", "ffffff"), 0.005); // the well-known lightest grey that passes
    }

    @Test
    void paleGreyWouldBeSeen() {
        assertTrue(contrast("999999", "ffffff") < TEXT);
    }

    private static void assertAtLeast(
            double least, Map<String, String> colours, String text, String background, String scheme) {
        double contrast = contrast(colours.get(text), colours.get(background));
        assertTrue(contrast >= least, () -> text + " on " + background + " in " + scheme + ": " + contrast);
    }

    private static Map<String, Map<String, String>> schemes() {
        String[] parts = PageFrame.style().split("@media", -1);
        Map<String, Map<String, String>> schemes = new HashMap<>();
        for (String part : parts) {
            Map<String, String> colours = new HashMap<>();
            COLOUR.matcher(part).results().forEach(colour -> colours.put(colour.group(1), six(colour.group(2))));
            if (!colours.isEmpty()) {
                schemes.put(part.lines().findFirst().orElseThrow(), colours);
            }
        }
        assertEquals(3, schemes.size(), "light, dark and print");
        return schemes;
    }

    private static String six(String digits) {
        return digits.length() == 6 ? digits : digits.replaceAll("(.)", "$1$1");
    }

    private static double contrast(String first, String second) {
        double lighter = Math.max(luminance(first), luminance(second));
        double darker = Math.min(luminance(first), luminance(second));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 0) + 0.7152 * channel(colour, 2) + 0.0722 * channel(colour, 4);
    }

    private static double channel(String colour, int at) {
        double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
