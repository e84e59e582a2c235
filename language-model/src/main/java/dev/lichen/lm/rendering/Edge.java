package dev.lichen.lm.rendering;

import java.util.function.IntPredicate;

/** What a template does to the white space at one end of a message. */
enum Edge {
    /** Leaves it. */
    KEPT("\n\u001C", codePoint -> false),
    /** Removes line breaks. */
    WITHOUT_LINE_BREAKS("\u001C", codePoint -> codePoint == '\n'),
    /** Removes all white space. */
    WITHOUT_SPACE("", PythonMethods::isSpace);

    /** White space put before a probe (mirrored after it): a line break outside, a separator inside. */
    static final String PADDING = "\n\u001C";

    private final String remnant;
    private final IntPredicate removed;

    Edge(String remnant, IntPredicate removed) {
        this.remnant = remnant;
        this.removed = removed;
    }

    /** Returns what is left of the padding before a probe. */
    String before() {
        return remnant;
    }

    /** Returns what is left of the padding after a probe. */
    String after() {
        return new StringBuilder(remnant).reverse().toString();
    }

    /** Applies two edges to a message. */
    static String apply(Edge left, Edge right, String content) {
        String leftDone = PythonMethods.strip(content, left.removed, true, false);
        return PythonMethods.strip(leftDone, right.removed, false, true);
    }
}
