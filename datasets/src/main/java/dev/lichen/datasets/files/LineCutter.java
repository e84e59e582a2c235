package dev.lichen.datasets.files;

import java.io.IOException;
import java.io.InputStream;

/** Takes each line for a record. */
final class LineCutter implements RecordCutter {

    private final ByteWindow window;
    private int start;
    private int end;
    private int next;
    private long line;
    private boolean tooLong;

    LineCutter(InputStream input) {
        this.window = new ByteWindow(input);
    }

    @Override
    public boolean next() throws IOException {
        start = next;
        tooLong = false;
        int position = start;
        while (true) {
            int newline = ByteSearch.indexOf((byte) '\n', window.bytes(), position, window.filled());
            if (newline >= 0) {
                return cut(newline, newline + 1);
            }
            dropIfTooLong();
            position = window.filled() - start;
            boolean more = window.read(start);
            start = 0;
            if (!more) {
                return (window.filled() > 0 || tooLong) && cut(window.filled(), window.filled());
            }
        }
    }

    private void dropIfTooLong() {
        if (tooLong || window.filled() - start > LONGEST_RECORD) {
            tooLong = true;
            start = window.filled();
        }
    }

    private boolean cut(int lineEnd, int nextStart) {
        end = lineEnd;
        next = nextStart;
        line++;
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
