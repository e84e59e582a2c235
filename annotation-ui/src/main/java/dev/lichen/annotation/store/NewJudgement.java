package dev.lichen.annotation.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be kept of one act of judging.
 *
 * @param assignment the work it answers
 * @param project the project of the item
 * @param item what was judged
 * @param user who judged
 * @param outcome how
 * @param body canonical JSON of the verdict, in slots, with the versions of guideline and schema
 * @param freeText what the person wrote, to be sealed with their key; null if nothing
 */
public record NewJudgement(
        UUID assignment,
        UUID project,
        UUID item,
        UUID user,
        JudgementOutcome outcome,
        String body,
        @Nullable String freeText) {}
