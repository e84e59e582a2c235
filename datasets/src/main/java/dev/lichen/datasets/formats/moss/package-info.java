/** Reads and writes the files of MOSS and MOSS-RLHF. */
@NullMarked
package dev.lichen.datasets.formats.moss;

import org.jspecify.annotations.NullMarked;
