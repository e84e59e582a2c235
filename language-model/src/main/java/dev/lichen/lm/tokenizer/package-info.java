/** Text to token ids and back, without loss. */
@NullMarked
package dev.lichen.lm.tokenizer;

import org.jspecify.annotations.NullMarked;
