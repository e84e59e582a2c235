/** What every part of Lichen shares: the exception that carries a message for the user. */
@NullMarked
package dev.lichen;

import org.jspecify.annotations.NullMarked;
