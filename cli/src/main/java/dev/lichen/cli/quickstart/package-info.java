/**
 * Runs the whole line on a small world of its own, from nothing: {@link dev.lichen.cli.quickstart.Quickstart}.
 *
 * <p>Tokenizer and base model are trained on the world's text, fine-tuned on demonstrations of mixed quality, sampled, and
 * ranked by simulated annotators; a reward model learns the rankings, PPO follows it, and the planted preference, which
 * none of them saw, judges the outcome on questions that none of them saw either.
 */
@NullMarked
package dev.lichen.cli.quickstart;

import org.jspecify.annotations.NullMarked;
