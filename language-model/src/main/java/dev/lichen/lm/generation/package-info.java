/**
 * Continues prompts token by token.
 *
 * <p>{@link dev.lichen.lm.generation.Generator} runs many prompts together with a cache of keys and values, so that a new
 * token costs one row of each matrix product. Each prompt has a random stream of its own, made from its seed: what the
 * other prompts of the batch are changes nothing. A token is drawn by inverting the cumulative distribution at one uniform
 * number, and its log-probability comes out of the same pass.
 */
@NullMarked
package dev.lichen.lm.generation;

import org.jspecify.annotations.NullMarked;
