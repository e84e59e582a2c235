package dev.lichen.datasets.files;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** How a file holds its records. */
enum Container {
    /** One JSON object a line. */
    JSON_LINES,
    /** One JSON array of objects, or JSON objects that go over several lines. */
    JSON_VALUES,
    /** Rows of cells with commas between them, under a row of names. */
    COMMAS,
    /** Rows of cells with tabs between them, under a row of names. */
    TABS,
    /** Columns in row groups. */
    PARQUET;

    /** Returns what the unpacked beginning of a file says; empty if it is none of these. */
    static Optional<Container> of(Path file, byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("PAR1")) {
            return Optional.of(PARQUET);
        }
        String content = text.stripLeading();
        if (content.startsWith("[")) {
            return Optional.of(JSON_VALUES);
        }
        if (content.isEmpty() || content.startsWith("{")) {
            return Optional.of(goesOverLines(content) ? JSON_VALUES : JSON_LINES);
        }
        return delimited(file, text);
    }

    /** Returns what the name of a file to be written asks for; JSON lines unless it says otherwise. */
    static Container named(Path file) {
        String name = withoutCompression(file);
        if (name.endsWith(".json")) {
            return JSON_VALUES;
        }
        if (name.endsWith(".csv")) {
            return COMMAS;
        }
        if (name.endsWith(".tsv")) {
            return TABS;
        }
        return name.endsWith(".parquet") ? PARQUET : JSON_LINES;
    }

    /** Returns the byte between two cells. */
    byte delimiter() {
        return (byte) (this == TABS ? '\t' : ',');
    }

    private static Optional<Container> delimited(Path file, String head) {
        Container named = named(file);
        if (named == COMMAS || named == TABS) {
            return Optional.of(named);
        }
        if (Cells.lookLikeTable(head, '\t')) {
            return Optional.of(TABS);
        }
        return Cells.lookLikeTable(head, ',') ? Optional.of(COMMAS) : Optional.empty();
    }

    /** Whether the first object is still open at the end of its line, and what follows is no object of its own. */
    private static boolean goesOverLines(String content) {
        int newline = content.indexOf('\n');
        return newline >= 0
                && isOpen(content.substring(0, newline))
                && !content.substring(newline).stripLeading().startsWith("{");
    }

    private static boolean isOpen(String line) {
        int depth = 0;
        boolean inString = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                inString = !inString;
            } else if (!inString) {
                depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            }
        }
        return depth > 0 && !inString;
    }

    private static String withoutCompression(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Compression.named(file) == Compression.NONE ? name : name.substring(0, name.lastIndexOf('.'));
    }
}
