package dev.lichen.datasets.files;

import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Takes each row of a table for a record; a line break inside quotes belongs to the row. */
final class RowCutter implements RecordCutter {

    private final Path file;
    private final byte delimiter;
    private final ByteWindow window;
    private int start;
    private int end;
    private int next;
    private long line;
    private long linesBefore;
    private boolean tooLong;

    RowCutter(Path file, InputStream input, byte delimiter) {
        this.file = file;
        this.delimiter = delimiter;
        this.window = new ByteWindow(input);
    }

    @Override
    public boolean next() throws IOException {
        start = next;
        line = linesBefore + 1;
        Quotes quotes = new Quotes(delimiter);
        tooLong = false;
        int position = start;
        while (true) {
            for (; position < window.filled(); position++) {
                byte b = window.bytes()[position];
                linesBefore += b == '\n' ? 1 : 0;
                if (quotes.isEndOfRow(b)) {
                    return cut(position, position + 1);
                }
            }
            if (tooLong || position - start > LONGEST_RECORD) {
                tooLong = true;
                start = position;
            }
            position -= start;
            boolean more = window.read(start);
            start = 0;
            if (!more) {
                return last(quotes);
            }
        }
    }

    /** Returns the end of the row that begins at a byte, or −1 if the bytes end before it does. */
    static int endOfRow(byte[] bytes, int from, int to, byte delimiter) {
        Quotes quotes = new Quotes(delimiter);
        for (int i = from; i < to; i++) {
            if (quotes.isEndOfRow(bytes[i])) {
                return i;
            }
        }
        return -1;
    }

    private boolean last(Quotes quotes) {
        if (quotes.areOpen()) {
            throw new DataFormatException(
                    "Truncated table", new Place(file, line), "the end of the file inside quotes", "a closing quote");
        }
        return (window.filled() > 0 || tooLong) && cut(window.filled(), window.filled());
    }

    private boolean cut(int rowEnd, int nextStart) {
        end = Cells.trimmed(window.bytes(), start, rowEnd);
        next = nextStart;
        return true;
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
