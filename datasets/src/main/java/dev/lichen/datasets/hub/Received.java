package dev.lichen.datasets.hub;

import dev.lichen.datasets.files.ReadProgress;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the bytes of a file that are there, and tells of each only once, even where a server starts over. */
final class Received {

    private final ReadProgress progress;
    private final long total;
    private long told;
    private final AtomicLong position;

    Received(ReadProgress progress, long total, long alreadyThere) {
        this.progress = progress;
        this.total = total;
        this.told = alreadyThere;
        this.position = new AtomicLong(alreadyThere);
    }

    long position() {
        return position.get();
    }

    void startAt(long start) {
        position.set(start);
    }

    void advance(int bytes) {
        long now = position.addAndGet(bytes);
        if (now > told) {
            progress.advance(now - told, total);
            told = now;
        }
    }
}
