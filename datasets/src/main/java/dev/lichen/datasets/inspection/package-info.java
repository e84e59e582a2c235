/**
 * Describes what is in a data file: how much, of which kind, in which languages, how long, how often the same, and what
 * another file has too.
 *
 * <p>{@link dev.lichen.datasets.inspection.DatasetInspector} reads a file of any known format, record by record, and
 * returns a {@link dev.lichen.datasets.inspection.DatasetSummary}, which is plain data: the command prints it as a table,
 * as JSON or as a page. {@link dev.lichen.datasets.inspection.Inspection} says what it needs help with.
 */
@NullMarked
package dev.lichen.datasets.inspection;

import org.jspecify.annotations.NullMarked;
