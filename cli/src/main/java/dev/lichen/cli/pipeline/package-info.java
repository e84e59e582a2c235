/**
 * Runs a line of stages, one after another, in one folder: {@link dev.lichen.cli.pipeline.Pipeline}.
 *
 * <p>What is finished stands in {@code stages.json}; the same command after an interruption, a kill or a failure skips
 * it and goes on where the line stopped.
 */
@NullMarked
package dev.lichen.cli.pipeline;

import org.jspecify.annotations.NullMarked;
