/**
 * Models on disk: folders in Hugging Face layout, safetensors, GGUF.
 *
 * <p>{@link dev.lichen.lm.checkpoint.ModelFolder} is the main type: it opens a folder, checks that every tensor of the
 * transformer is there in the right shape, and gives the weights under Lichen's names; it writes folders that other libraries
 * load. {@link dev.lichen.lm.checkpoint.GgufImport} makes such a folder of a GGUF file.
 *
 * <p>Weights travel as a {@link dev.lichen.lm.checkpoint.TensorSource}: named shapes, and tensors that are read one at a time.
 * Files, renaming, joining and taking apart of rows are all sources, so a model passes through them tensor by tensor and is
 * never held twice.
 *
 * <p>Lichen's names, with the letters of {@link dev.lichen.lm.architecture}: {@code embedding} (V, D); for each layer i {@code
 * layers.i.attention_norm} (D), {@code layers.i.query_key_value} ((H + 2·KV)·hd, D), {@code layers.i.attention_output} (D,
 * H·hd), {@code layers.i.feed_forward_norm} (D), {@code layers.i.gate_up} (2F, D), {@code layers.i.down} (D, F); {@code
 * final_norm} (D); {@code head} (V, D) unless tied; {@code scalar_head.weight} (1, D) and {@code scalar_head.bias} (1) in scalar
 * models. Rows of a product that reads the same input lie in one matrix: fewer and larger products.
 *
 * <p>Everything is written beside its place, forced to the disk and moved ({@link dev.lichen.lm.checkpoint.AtomicWrite}).
 */
@NullMarked
package dev.lichen.lm.checkpoint;

import org.jspecify.annotations.NullMarked;
