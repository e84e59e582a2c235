package dev.lichen.cli.command;

import dev.lichen.datasets.files.ReadProgress;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Tells on standard error how much of a file is read and how long the rest takes, every three seconds. */
final class ReadingProgress implements ReadProgress {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final String what;
    private final PrintWriter errors;
    private final Clock clock;
    private Instant start;
    private Instant lastLine;
    private long done;

    ReadingProgress(String what, PrintWriter errors, Clock clock) {
        this.what = what;
        this.errors = errors;
        this.clock = clock;
        this.start = clock.instant();
        this.lastLine = start;
    }

    @Override
    public void advance(long more, long total) {
        Instant now = clock.instant();
        done += more;
        if (Duration.between(lastLine, now).compareTo(PATIENCE) >= 0 && done > 0 && done < total) {
            lastLine = now;
            Duration left =
                    Duration.between(start, now).multipliedBy(total - done).dividedBy(done);
            errors.println(
                    "%s: %d %% read, %s left of this reading".formatted(what, 100 * done / total, Progress.text(left)));
            errors.flush();
        }
        if (done >= total) {
            startAgain(now);
        }
    }

    private void startAgain(Instant now) {
        done = 0;
        start = now;
    }
}
