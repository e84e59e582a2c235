package dev.lichen.annotation.queue;

import dev.lichen.annotation.store.JudgementOutcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one person says of an item now.
 *
 * @param pseudonym who
 * @param outcome how they dealt with it
 * @param revision 1, or more for corrections
 * @param verdict the order, ratings and flags, by slot
 * @param words what they wrote; nothing once they were erased
 * @param submittedAt when
 */
public record ItemJudgement(
        String pseudonym,
        JudgementOutcome outcome,
        int revision,
        Verdict verdict,
        Submission.Words words,
        Instant submittedAt) {

    /** Returns why the item was given to them. */
    public Purpose purpose() {
        return verdict.setting().purpose();
    }

    /** Returns the tier of each slot, null not ranked; empty unless ranked. */
    public List<@Nullable Integer> tiers() {
        return verdict.tiers();
    }
}
