/**
 * Runs decoder-only transformers: scores, their derivatives, values.
 *
 * <p>{@link dev.lichen.lm.transformer.CausalLanguageModel} gives log-probabilities, {@link
 * dev.lichen.lm.transformer.ScalarModel} one number a token (reward models and critics); both stand on {@link
 * dev.lichen.lm.transformer.Transformer}, which holds weights and kernel.
 *
 * <p>The boundary between tensors and plain Java runs at the outputs. A forward pass gives its outputs y (log-probabilities,
 * entropies or values of the marked tokens) as Java numbers; a loss L(y) is a plain Java function that also gives ∂L/∂y; a
 * backward pass carries ∂L/∂y to the weights: ∂L/∂θ = Σ_i ∂L/∂y_i · ∂y_i/∂θ. Losses are thus tested without tensors, in
 * double precision, and the transformer's derivative is the same code for all of them.
 *
 * <p>Sequences are packed: all matrix products run over real tokens only.
 * The arithmetic is in {@code llama.torchscript} beside this package's resources, which names the letters of the shapes.
 */
@NullMarked
package dev.lichen.lm.transformer;

import org.jspecify.annotations.NullMarked;
