/**
 * Measures what a machine does with a model: training, decoding, scoring and PPO, beside the machine's own rate of matrix
 * products measured in the same run, since only the ratio of the two travels from machine to machine.
 *
 * <p>{@link dev.lichen.cli.bench.Bench} runs the workloads and gives {@link dev.lichen.cli.bench.Figure}s. Operations are
 * counted as 2 a weight and token forward and 4 backward (the usual 6·N), the vocabulary's product only where it runs.
 */
@NullMarked
package dev.lichen.cli.bench;

import org.jspecify.annotations.NullMarked;
