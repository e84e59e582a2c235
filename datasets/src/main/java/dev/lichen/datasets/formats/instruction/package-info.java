/** Reads and writes instructions and chats for fine-tuning: Alpaca, ShareGPT, self-instruct, and lists of ranked outputs. */
@NullMarked
package dev.lichen.datasets.formats.instruction;

import org.jspecify.annotations.NullMarked;
