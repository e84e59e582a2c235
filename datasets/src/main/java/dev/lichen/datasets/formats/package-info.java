/**
 * Reads and converts data files of every known format.
 *
 * <p>{@link dev.lichen.datasets.formats.Datasets} reads a file into records, {@link dev.lichen.datasets.formats.Conversion}
 * turns a file of one format into a file of another, {@link dev.lichen.datasets.formats.Formats} lists the formats. Each
 * family of formats has a package of its own below this one; what a format is stands in {@code dev.lichen.datasets.format}.
 */
@NullMarked
package dev.lichen.datasets.formats;

import org.jspecify.annotations.NullMarked;
