/** Reads and writes the trees, threads and messages of Open Assistant. */
@NullMarked
package dev.lichen.datasets.formats.oasst;

import org.jspecify.annotations.NullMarked;
