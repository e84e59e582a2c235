/**
 * Holds the commands of {@code lichen}, one class each, and what they share: options, tables, and the mapping of
 * failures to one line and an exit code.
 *
 * <p>{@link dev.lichen.cli.command.LichenCommand} is the root. Only this package knows picocli and the terminal.
 */
@NullMarked
package dev.lichen.cli.command;

import org.jspecify.annotations.NullMarked;
