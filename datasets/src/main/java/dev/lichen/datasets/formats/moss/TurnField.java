package dev.lichen.datasets.formats.moss;

/** The five parts of a turn in MOSS-003, each with its tag and the token that ends it. */
enum TurnField {
    HUMAN("Human", "<|Human|>:", "<eoh>"),
    THOUGHTS("Inner Thoughts", "<|Inner Thoughts|>:", "<eot>"),
    COMMANDS("Commands", "<|Commands|>:", "<eoc>"),
    RESULTS("Tool Responses", "<|Results|>:", "<eor>"),
    MOSS("MOSS", "<|MOSS|>:", "<eom>");

    static final String NONE = "None";
    private static final String CALL_RESULT = "=>";

    private final String jsonName;
    private final String tag;
    private final String end;

    TurnField(String jsonName, String tag, String end) {
        this.jsonName = jsonName;
        this.tag = tag;
        this.end = end;
    }

    String jsonName() {
        return jsonName;
    }

    /** Takes tag and end off; one space after the tag, and the lines around results, belong to the tag. */
    String text(String written) {
        String text = written.startsWith(tag) ? written.substring(tag.length()) : written;
        text = text.endsWith("\n") && text.endsWith(end + "\n") ? text.substring(0, text.length() - 1) : text;
        text = text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
        if (this == RESULTS && text.startsWith("\n")) {
            String body = text.substring(1);
            return body.endsWith("\n") ? body.substring(0, body.length() - 1) : body;
        }
        return text.startsWith(" ") ? text.substring(1) : text;
    }

    /** Writes a text with tag and end, as the released data do: results of calls on lines of their own. */
    String written(String text) {
        return this == RESULTS && text.contains(CALL_RESULT)
                ? tag + "\n" + text + "\n" + end + "\n"
                : tag + " " + text + end + "\n";
    }
}
