/** Converters from foreign file formats to the records of {@code dev.lichen.datasets}. */
@NullMarked
package dev.lichen.datasets.formats;

import org.jspecify.annotations.NullMarked;
