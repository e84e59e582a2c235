/** Decoder-only transformers of the Llama family. */
@NullMarked
package dev.lichen.lm.transformer;

import org.jspecify.annotations.NullMarked;
