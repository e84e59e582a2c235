package dev.lichen.cli.bench;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;

/**
 * Times work: one run that does not count, then some that do.
 *
 * @param clock tells the time; its resolution must be well below a run's length
 * @param runs how many runs count, at least 1
 */
public record Stopwatch(Clock clock, int runs) {
    /** Returns the median seconds of the counted runs. */
    double seconds(Runnable work) {
        work.run();
        double[] seconds = new double[runs];
        for (int i = 0; i < runs; i++) {
            long start = clock.instant().toEpochMilli();
            work.run();
            seconds[i] = Duration.ofMillis(Math.max(1, clock.instant().toEpochMilli() - start))
                            .toMillis()
                    / 1e3;
        }
        Arrays.sort(seconds);
        return seconds[runs / 2];
    }
}
