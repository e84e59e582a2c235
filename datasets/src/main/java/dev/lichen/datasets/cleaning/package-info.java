/**
 * Cleans texts and records, counts what each step did, and keeps what it takes so that everything can be put back.
 *
 * <p>{@link dev.lichen.datasets.cleaning.Cleaner} takes records through the steps of
 * {@link dev.lichen.datasets.cleaning.CleaningStep}, in that order: first those that change a text (page furniture,
 * Unicode form, control characters, personal data), then those that remove a record (language, quality, exact and near
 * duplicates). A record that was removed or changed is written as it was to a side file, one line each, under its number
 * and id; {@link dev.lichen.datasets.cleaning.Restoration} makes of both files the original again, or puts back single
 * records by id.
 *
 * <p>Heuristics err. They are stated where they are decided, each has a test for what it must not take, and the side file
 * shows what it took.
 */
@NullMarked
package dev.lichen.datasets.cleaning;

import org.jspecify.annotations.NullMarked;
