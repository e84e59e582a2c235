package dev.lichen.cli.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Tells on standard error how far a command has come and how long it still takes, from the third second on. */
final class Progress {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final String what;
    private final PrintWriter errors;
    private final Clock clock;
    private final Instant start;
    private Instant lastLine;
    private long done;

    Progress(String what, PrintWriter errors, Clock clock) {
        this.what = what;
        this.errors = errors;
        this.clock = clock;
        this.start = clock.instant();
        this.lastLine = start;
    }

    long done() {
        return done;
    }

    /** Counts work that is done; a line every three seconds says how much is left. */
    void advance(long more, long total) {
        done += more;
        Instant now = clock.instant();
        if (Duration.between(lastLine, now).compareTo(PATIENCE) >= 0 && done < total) {
            lastLine = now;
            Duration left =
                    Duration.between(start, now).multipliedBy(total - done).dividedBy(done);
            errors.println("%s: %d of %d, %s left".formatted(what, done, total, text(left)));
            errors.flush();
        }
    }

    /** Says how long it took, if it took long enough to wonder. */
    void finish() {
        Duration took = Duration.between(start, clock.instant());
        if (took.compareTo(PATIENCE) >= 0) {
            errors.println("%s: %d in %s".formatted(what, done, text(took)));
            errors.flush();
        }
    }

    /** Writes a duration as people say it. */
    static String text(Duration duration) {
        return duration.toMinutes() > 0
                ? "%d min %02d s".formatted(duration.toMinutes(), duration.toSecondsPart())
                : duration.toSeconds() + " s";
    }
}
