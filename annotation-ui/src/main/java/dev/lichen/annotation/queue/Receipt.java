package dev.lichen.annotation.queue;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The proof that a judgement is kept for good.
 *
 * @param assignment the work
 * @param judgement identifies what was stored
 * @param revision 1, or more for corrections
 * @param trainingFeedback in training only; null otherwise
 */
public record Receipt(
        UUID assignment,
        UUID judgement,
        int revision,
        @Nullable Feedback trainingFeedback) {

    /** Returns what a trainee reads now. */
    public Optional<Feedback> feedback() {
        return Optional.ofNullable(trainingFeedback);
    }
}
