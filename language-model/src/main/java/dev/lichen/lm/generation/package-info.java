/** Batched sampling with a key/value cache. */
@NullMarked
package dev.lichen.lm.generation;

import org.jspecify.annotations.NullMarked;
