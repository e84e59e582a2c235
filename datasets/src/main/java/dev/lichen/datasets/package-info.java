/**
 * What people wrote and judged: the records that every stage of Lichen learns from.
 *
 * <p>A {@link dev.lichen.datasets.Demonstration} is a conversation whose last message is to be imitated. A
 * {@link dev.lichen.datasets.Ranking} orders K answers to one prompt; its {@link dev.lichen.datasets.Tiers} are a weak
 * order, tier 1 best, with ties and with answers left unranked, and so it yields between 0 and K(K−1)/2
 * {@linkplain dev.lichen.datasets.Ranking#pairs() pairs} (better, worse). A pair of chosen and rejected is a ranking of
 * two answers. A {@link dev.lichen.datasets.Rating} is a value on one criterion, a
 * {@link dev.lichen.datasets.Prompt} a question without an answer.
 *
 * <p>All are immutable {@link dev.lichen.datasets.JsonRecord}s, one JSON object each; fields that Lichen does not know
 * are kept in {@link dev.lichen.datasets.ExtraFields} and written back. Files are read by
 * {@code dev.lichen.datasets.formats.Datasets} (any format) and {@code dev.lichen.datasets.files.DataFiles} (these
 * records). What cannot be read ends in a {@link dev.lichen.datasets.DataFormatException} that names file and line.
 */
@NullMarked
package dev.lichen.datasets;

import org.jspecify.annotations.NullMarked;
