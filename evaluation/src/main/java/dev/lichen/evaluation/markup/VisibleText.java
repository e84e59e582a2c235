package dev.lichen.evaluation.markup;

import java.util.Locale;
import java.util.Set;

/**
 * Turns untrusted text into markup that shows every character and obeys none.
 *
 * <p>The five characters of markup are escaped. Characters that act without being seen (C0 and C1 controls,
 * bidirectional marks and overrides, zero-width spaces, line separators, tag characters, lone surrogates) are replaced
 * by their code point's name, {@code U+202E}. Line feed and tab are text and stay; so do the zero-width joiners, which
 * emoji and several scripts need.
 */
public final class VisibleText {
    private static final Set<Integer> INVISIBLE = Set.of(
            0x00AD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0x2060, 0xFEFF, 0xFFF9, 0xFFFA, 0xFFFB);

    private VisibleText() {}

    /** Returns the text as element content; a hidden character becomes a marked span with its code point. */
    public static String content(String text) {
        StringBuilder markup = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(codePoint -> {
            if (isHidden(codePoint)) {
                markup.append("<span class=\"hidden-character\">")
                        .append(name(codePoint))
                        .append("</span>");
            } else {
                appendEscaped(markup, codePoint);
            }
        });
        return markup.toString();
    }

    /** Returns the text as the value of a double-quoted attribute; a hidden character becomes its code point. */
    public static String attribute(String text) {
        StringBuilder markup = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(codePoint -> {
            if (isHidden(codePoint)) {
                markup.append('[').append(name(codePoint)).append(']');
            } else {
                appendEscaped(markup, codePoint);
            }
        });
        return markup.toString();
    }

    private static void appendEscaped(StringBuilder markup, int codePoint) {
        switch (codePoint) {
            case '&' -> markup.append("&amp;");
            case '<' -> markup.append("&lt;");
            case '>' -> markup.append("&gt;");
            case '"' -> markup.append("&quot;");
            case '\'' -> markup.append("&#39;");
            default -> markup.appendCodePoint(codePoint);
        }
    }

    private static boolean isHidden(int codePoint) {
        if (codePoint == '\n' || codePoint == '\t') {
            return false;
        }
        return Character.isISOControl(codePoint)
                || INVISIBLE.contains(codePoint)
                || isBetween(codePoint, 0x202A, 0x202E) // bidirectional embeddings and overrides
                || isBetween(codePoint, 0x2066, 0x2069) // bidirectional isolates
                || isBetween(codePoint, 0xD800, 0xDFFF) // surrogates without their partner
                || isBetween(codePoint, 0xE0000, 0xE007F); // tag characters
    }

    private static boolean isBetween(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }

    private static String name(int codePoint) {
        return String.format(Locale.ROOT, "U+%04X", codePoint);
    }
}
