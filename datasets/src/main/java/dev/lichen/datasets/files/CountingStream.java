package dev.lichen.datasets.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells how much of a file was read. */
final class CountingStream extends FilterInputStream {

    private static final long STEP = 1 << 20;

    private final long total;
    private ReadProgress progress;
    private long untold;

    CountingStream(InputStream input, long total, ReadProgress progress) {
        super(input);
        this.total = total;
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    /** Stops telling, because the rest is not read through this stream. */
    void silence() {
        progress = ReadProgress.SILENT;
    }

    @Override
    public void close() throws IOException {
        progress.advance(untold, total);
        untold = 0;
        super.close();
    }

    private void count(int bytes) {
        untold += bytes;
        if (untold >= STEP) {
            progress.advance(untold, total);
            untold = 0;
        }
    }
}
