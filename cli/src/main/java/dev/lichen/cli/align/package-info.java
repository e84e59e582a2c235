/**
 * Runs the line on a model and rankings of the user's: {@link dev.lichen.cli.align.Alignment}.
 *
 * <p>Rankings are divided by their prompts into those that training uses and those that the evaluation uses; fine-tuning
 * imitates demonstrations or the best answers, the reward model learns the rankings, PPO follows the reward model, and the
 * report says what came of it.
 */
@NullMarked
package dev.lichen.cli.align;

import org.jspecify.annotations.NullMarked;
