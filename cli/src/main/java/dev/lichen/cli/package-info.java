/** The one command, {@code lichen}. */
@NullMarked
package dev.lichen.cli;

import org.jspecify.annotations.NullMarked;
