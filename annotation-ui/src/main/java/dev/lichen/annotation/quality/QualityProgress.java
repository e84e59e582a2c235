package dev.lichen.annotation.quality;

import java.time.Duration;

/**
 * How far the figures of a project are computed.
 *
 * @param share of the work that is done, in [0, 1]
 * @param elapsed time since it was begun
 */
public record QualityProgress(double share, Duration elapsed) {

    /** Returns the time left, if the rest goes on as what is done; zero before anything is. */
    public Duration left() {
        return share == 0 ? Duration.ZERO : Duration.ofMillis((long) (elapsed.toMillis() * (1 - share) / share));
    }
}
