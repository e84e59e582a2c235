package dev.lichen.datasets.hub;

import dev.lichen.datasets.files.ReadProgress;

/** Counts the bytes of a file that are there, and tells of each only once, even where a server starts over. */
final class Received {

    private final ReadProgress progress;
    private final long total;
    private long told;
    private long position;

    Received(ReadProgress progress, long total, long alreadyThere) {
        this.progress = progress;
        this.total = total;
        this.told = alreadyThere;
        this.position = alreadyThere;
    }

    long position() {
        return position;
    }

    void startAt(long start) {
        position = start;
    }

    void advance(int bytes) {
        position += bytes;
        if (position > told) {
            progress.advance(position - told, total);
            told = position;
        }
    }
}
