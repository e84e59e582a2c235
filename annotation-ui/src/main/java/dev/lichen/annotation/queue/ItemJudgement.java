package dev.lichen.annotation.queue;

import dev.lichen.annotation.store.JudgementOutcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one person says of an item now.
 *
 * @param pseudonym who
 * @param purpose why the item was given to them
 * @param outcome how they dealt with it
 * @param revision 1, or more for corrections
 * @param tiers the tier of each slot, null not ranked; empty unless ranked
 * @param submittedAt when
 */
public record ItemJudgement(
        String pseudonym,
        Purpose purpose,
        JudgementOutcome outcome,
        int revision,
        List<@Nullable Integer> tiers,
        Instant submittedAt) {}
