package dev.lichen.datasets.hub;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Closes a body from which nothing has come for long, so that its reader does not wait for ever. */
final class StallGuard implements AutoCloseable {

    private final InputStream body;
    private final Duration longestSilence;
    private @Nullable Thread watcher;

    StallGuard(InputStream body, Duration longestSilence) {
        this.body = body;
        this.longestSilence = longestSilence;
    }

    /** Begins to watch how many bytes have come. */
    void watch(LongSupplier position) {
        watcher = Thread.ofVirtual().start(() -> closeWhenSilent(position));
    }

    private void closeWhenSilent(LongSupplier position) {
        try {
            long before = -1;
            for (long now = position.getAsLong(); now != before; now = position.getAsLong()) {
                before = now;
                Thread.sleep(longestSilence);
            }
            body.close();
        } catch (InterruptedException | IOException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (watcher != null) {
            watcher.interrupt();
        }
    }
}
