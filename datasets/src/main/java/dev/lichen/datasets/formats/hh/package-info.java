/** Reads and writes HH-RLHF (Bai et al. 2022, Ganguli et al. 2022): dialogues as transcripts of Human and Assistant. */
@NullMarked
package dev.lichen.datasets.formats.hh;

import org.jspecify.annotations.NullMarked;
