/** Reads and writes what TRL's trainers read: preferences, unpaired preferences, prompts with completions. */
@NullMarked
package dev.lichen.datasets.formats.trl;

import org.jspecify.annotations.NullMarked;
