package dev.lichen.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * How far training moved the policy from where it began.
 *
 * @param before the reference: the policy before
 * @param after the policy trained
 * @param lengths the lengths of both policies' answers
 */
public record PolicyMovement(
        PolicyMeasurements before,
        PolicyMeasurements after,
        @Nullable Histogram lengths) {}
