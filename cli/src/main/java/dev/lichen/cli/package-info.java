/**
 * Starts the one command, {@code lichen}; {@link dev.lichen.cli.Lichen} is the main class.
 *
 * <p>The commands themselves are in {@code dev.lichen.cli.command}: each reads its options, calls one entry of the module
 * that does the work, and prints the result. Exit codes: 0 done, 2 the user's error in one line, 1 the program's.
 */
@NullMarked
package dev.lichen.cli;

import org.jspecify.annotations.NullMarked;
