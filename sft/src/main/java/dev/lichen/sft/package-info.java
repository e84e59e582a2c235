/**
 * Teaches a language model to continue text: pretraining, and supervised fine-tuning on demonstrations.
 *
 * <p>Both minimise the cross-entropy -1/N Σ log π(x_t | x_&lt;t) over the learned tokens. Text teaches every token; a
 * conversation teaches what the assistant says, with the tokens that end its turns, and conditions on the rest.
 * {@link dev.lichen.sft.SftTrainer} does one batch a step: because N, the learned tokens of the whole batch, is known
 * before the first of its parts is run, the parts' losses and gradients simply add up, however the batch is cut to fit
 * memory. {@link dev.lichen.sft.SftStage} and {@link dev.lichen.sft.PretrainStage} are the entries.
 *
 * <p>Losses are in nats a token; {@link dev.lichen.sft.BitsPerByte} compares models whose tokens differ.
 */
@NullMarked
package dev.lichen.sft;

import org.jspecify.annotations.NullMarked;
