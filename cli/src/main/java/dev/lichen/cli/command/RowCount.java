package dev.lichen.cli.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Tells on standard error, from the third second on, how many rows are done where nobody knows how many there are. */
final class RowCount {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final PrintWriter errors;
    private final Clock clock;
    private final Instant start;
    private Instant lastLine;

    RowCount(PrintWriter errors, Clock clock) {
        this.errors = errors;
        this.clock = clock;
        this.start = clock.instant();
        this.lastLine = start;
    }

    /** Hears how many rows are done. */
    void rows(long done) {
        tell("%d rows".formatted(done));
    }

    /** Hears that the app is at it. */
    void waiting() {
        tell("the app that has the database open is at it");
    }

    private void tell(String how) {
        Instant now = clock.instant();
        if (Duration.between(lastLine, now).compareTo(PATIENCE) >= 0) {
            lastLine = now;
            errors.println(how + ", " + Progress.text(Duration.between(start, now)));
            errors.flush();
        }
    }
}
