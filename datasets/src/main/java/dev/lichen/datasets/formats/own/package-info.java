/** Reads and writes Lichen's own records, which are also what TRL calls messages and prompts. */
@NullMarked
package dev.lichen.datasets.formats.own;

import org.jspecify.annotations.NullMarked;
