/**
 * How far the judgements of a project can be trusted.
 *
 * <p>{@link dev.lichen.annotation.quality.QualityBoard} computes everything as of one head of the ledger. Agreement between
 * people comes from {@code dev.lichen.datasets.statistics}; this package adds what only the store knows: whether people
 * repeat themselves on hidden repeats, and whether the place, the length or the format of an answer moved them
 * ({@link dev.lichen.annotation.quality.Effects}). Every figure has an interval from resampled prompts and its n, or says
 * in words why it has no value.
 */
@NullMarked
package dev.lichen.annotation.quality;

import org.jspecify.annotations.NullMarked;
