/**
 * Recognises the files that people already have and reads them as Lichen's records.
 *
 * <p>{@link dev.lichen.datasets.formats.Datasets} is the main type: it looks at the first object of a file, finds the
 * {@link dev.lichen.datasets.formats.Format} that knows it, and reads every object with it. Foreign formats never leak
 * past this package. A record that is well-formed but of no use, such as a pair whose two transcripts do not share a
 * prompt, is skipped and counted by reason in the {@link dev.lichen.datasets.formats.ReadReport}; a record that is broken
 * ends in an error with file and line.
 */
@NullMarked
package dev.lichen.datasets.formats;

import org.jspecify.annotations.NullMarked;
