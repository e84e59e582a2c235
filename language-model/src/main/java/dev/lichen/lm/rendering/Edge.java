package dev.lichen.lm.rendering;

/** What a template does to the white space at one end of a message. */
enum Edge {
    /** Leaves it. */
    KEPT("\n\u001C"),
    /** Removes line breaks. */
    WITHOUT_LINE_BREAKS("\u001C"),
    /** Removes all white space. */
    WITHOUT_SPACE("");

    private final String remnant;

    Edge(String remnant) {
        this.remnant = remnant;
    }

    /** Returns what is left before a probe of a padding of a line break and, inside it, a separator. */
    String before() {
        return remnant;
    }

    /** Returns what is left after a probe of the mirrored padding. */
    String after() {
        return new StringBuilder(remnant).reverse().toString();
    }

    /** Applies two edges to a message. */
    static String apply(Edge left, Edge right, String content) {
        String leftDone = PythonMethods.strip(content, left::removes, true, false);
        return PythonMethods.strip(leftDone, right::removes, false, true);
    }

    private boolean removes(int codePoint) {
        return switch (this) {
            case KEPT -> false;
            case WITHOUT_LINE_BREAKS -> codePoint == '\n';
            case WITHOUT_SPACE -> PythonMethods.isSpace(codePoint);
        };
    }
}
