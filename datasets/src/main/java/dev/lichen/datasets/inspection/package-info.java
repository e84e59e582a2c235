/**
 * Describes what is in a data file: how much, of which kind, in which languages, how long, how often the same.
 *
 * <p>{@link dev.lichen.datasets.inspection.DatasetInspector} reads a file of any known format once, record by record,
 * and returns a {@link dev.lichen.datasets.inspection.DatasetSummary}, which is plain data: the command prints it as a
 * table or as JSON.
 */
@NullMarked
package dev.lichen.datasets.inspection;

import org.jspecify.annotations.NullMarked;
