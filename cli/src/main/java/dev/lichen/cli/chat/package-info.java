/** Holds a conversation with a model in the terminal: {@link dev.lichen.cli.chat.ChatSession}. */
@NullMarked
package dev.lichen.cli.chat;

import org.jspecify.annotations.NullMarked;
