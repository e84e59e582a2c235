/**
 * What happens around a training step: progress, logs, samples, evaluation, checkpoints, the check for divergence.
 *
 * <p>Each class is a {@link dev.lichen.training.TrainingListener} with one task and no knowledge of the others. Those
 * that cause an event (an evaluation, a checkpoint) are given the listener that shall hear of it. {@link
 * dev.lichen.training.listener.PeriodicCheckpoint} stands last, {@link dev.lichen.training.listener.DivergenceCheck}
 * before it.
 */
@NullMarked
package dev.lichen.training.listener;

import org.jspecify.annotations.NullMarked;
