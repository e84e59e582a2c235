/**
 * The errors that every part of Lichen shares.
 *
 * <p>{@link dev.lichen.LichenException} is the root of what can go wrong for a reason the user can understand: its
 * message fits on one line and says what, where, found and expected, and its exit code tells a script whose error it
 * was.
 */
@NullMarked
package dev.lichen;

import org.jspecify.annotations.NullMarked;
