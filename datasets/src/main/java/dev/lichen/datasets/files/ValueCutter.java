package dev.lichen.datasets.files;

import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Takes each element of a JSON array for a record, or each of several values that may go over many lines.
 *
 * <p>It looks at strings and brackets only; whether a value is sound is for the parser to say.
 */
final class ValueCutter implements RecordCutter {

    private final Path file;
    private final ByteWindow window;
    private boolean inArray;
    private boolean begun;
    private int start;
    private int position;
    private int end;
    private long newlines;
    private long line;
    private int depth;
    private boolean inString;
    private boolean tooLong;
    private long whole;
    private boolean stuck;
    private boolean recovered;

    ValueCutter(Path file, InputStream input) {
        this.file = file;
        this.window = new ByteWindow(input);
    }

    @Override
    public boolean next() throws IOException {
        if (!begun) {
            begun = true;
            inArray = skipBlanks() == '[';
            position += inArray ? 1 : 0;
            return inArray ? skipBlanks() == ']' ? endOfArray() : value() : skipBlanks() >= 0 && value();
        }
        return inArray ? nextElement() : skipBlanks() >= 0 && value();
    }

    private boolean nextElement() throws IOException {
        int separator = skipBlanks();
        if (separator == ']') {
            return endOfArray();
        }
        if (recovered && separator == '{') {
            recovered = false;
            return value();
        }
        if (separator != ',') {
            stuck = separator >= 0;
            throw broken(separator, "\",\" or \"]\" after a record");
        }
        position++;
        recovered = false;
        skipBlanks();
        return value();
    }

    /** Goes on at the next comma, at what begins like an object, or at what ends like the array. */
    @Override
    public boolean recover() throws IOException {
        if (!stuck) {
            return false;
        }
        stuck = false;
        recovered = true;
        int next = skipBlanks();
        while (next >= 0 && next != ',' && next != '{' && next != ']') {
            position++;
            next = skipBlanks();
        }
        return next >= 0;
    }

    private boolean endOfArray() throws IOException {
        position++;
        int rest = skipBlanks();
        if (rest >= 0) {
            Place place = new Place(file, newlines + 1);
            throw new DataFormatException("Bad data file", place, "text after the array", "the end of the file");
        }
        return false;
    }

    private boolean value() throws IOException {
        start = position;
        line = newlines + 1;
        tooLong = false;
        depth = 0;
        inString = false;
        boolean complete = scan();
        end = position;
        if (!complete && (depth > 0 || inString)) {
            String what = inArray ? "Truncated JSON array" : "Truncated JSON";
            throw new DataFormatException(
                    what,
                    new Place(file, line),
                    "the end of the file inside the record, after %d whole ones".formatted(whole),
                    "all of it, every bracket and quote closed");
        }
        if (end == start && !tooLong) {
            throw broken(complete ? window.bytes()[position] & 0xFF : -1, "a record");
        }
        whole++;
        return true;
    }

    /** Moves to the end of the value; false if the stream ends before it is certain that the value does. */
    private boolean scan() throws IOException {
        while (hasByte()) {
            byte b = window.bytes()[position];
            if (inString) {
                if (b == '\\') {
                    position++;
                    if (!hasByte()) {
                        return false;
                    }
                    b = window.bytes()[position];
                } else if (b == '"') {
                    inString = false;
                    if (depth == 0) {
                        position++;
                        return true;
                    }
                }
            } else if (isEnd(b)) {
                return true;
            }
            newlines += b == '\n' ? 1 : 0;
            position++;
        }
        return false;
    }

    /** Takes note of brackets and quotes outside strings; true if the value ends, with the position behind it. */
    private boolean isEnd(byte b) {
        switch (b) {
            case '"' -> inString = true;
            case '{', '[' -> depth++;
            case '}', ']' -> {
                depth--;
                position += depth == 0 ? 1 : 0;
                return depth <= 0;
            }
            case ',', ' ', '\t', '\r', '\n' -> {
                return depth == 0;
            }
            default -> {
                // part of a number or a name
            }
        }
        return false;
    }

    /** Returns the next byte that is not white space, or −1; the position is on it. */
    private int skipBlanks() throws IOException {
        start = position;
        while (hasByte()) {
            byte b = window.bytes()[position];
            if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                return b & 0xFF;
            }
            newlines += b == '\n' ? 1 : 0;
            position++;
            start = position;
        }
        return -1;
    }

    /** Makes sure that there is a byte at the position; drops what was read of a record beyond the limit. */
    private boolean hasByte() throws IOException {
        if (position < window.filled()) {
            return true;
        }
        if (position - start > LONGEST_RECORD) {
            tooLong = true;
            start = position;
        }
        position -= start;
        boolean more = window.read(start);
        start = 0;
        return more;
    }

    private DataFormatException broken(int found, String expected) {
        boolean atEnd = found < 0;
        String shown = atEnd
                ? "the end of the file"
                : found > ' ' && found < 0x7F ? "\"" + (char) found + "\"" : "byte " + found;
        String what = atEnd ? "Truncated JSON array" : "Broken JSON array";
        return new DataFormatException(what, new Place(file, newlines + 1), shown, expected);
    }

    @Override
    public byte[] buffer() {
        return window.bytes();
    }

    @Override
    public int start() {
        return start;
    }

    @Override
    public int length() {
        return tooLong ? 0 : end - start;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public boolean isTooLong() {
        return tooLong;
    }
}
