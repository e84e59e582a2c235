package dev.lichen.annotation.queue;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much a person judged in a project, for their own eyes; corrections, skips and reports do not count.
 *
 * @param today since midnight where they are
 * @param week since Monday where they are
 * @param median the median of the time with the page in front, of the latest items; null if there are none
 */
public record Pace(long today, long week, @Nullable Duration median) {

    /** Returns the median time an item, if anything was judged. */
    public Optional<Duration> anItem() {
        return Optional.ofNullable(median);
    }
}
