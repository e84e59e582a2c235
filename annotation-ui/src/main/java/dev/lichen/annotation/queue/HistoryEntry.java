package dev.lichen.annotation.queue;

import dev.lichen.annotation.store.JudgementOutcome;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of an annotator's own history.
 *
 * @param assignment opens the work again for correction
 * @param question the last message of the prompt
 * @param outcome what was said
 * @param revision 1, or more for corrections
 * @param submittedAt when
 * @param returnedBecause a reviewer's reason to look again; null if it was not returned since
 * @param place where the judgement stands in the ledger
 */
public record HistoryEntry(
        UUID assignment,
        String question,
        JudgementOutcome outcome,
        int revision,
        Instant submittedAt,
        @Nullable String returnedBecause,
        long place) {}
