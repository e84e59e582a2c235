/**
 * Describes transformers by their sizes, without a weight or a tensor library.
 *
 * <p>{@link dev.lichen.lm.architecture.TransformerConfig} is what weight files and kernels agree on; it stands below both, so
 * that reading a model folder needs no engine and a kernel needs no file format.
 *
 * <p>Letters used for shapes everywhere: V vocabulary, D width of the residual stream, H query heads, KV key/value heads, hd
 * width of a head, F inner width of the feed-forward network, T tokens.
 */
@NullMarked
package dev.lichen.lm.architecture;

import org.jspecify.annotations.NullMarked;
