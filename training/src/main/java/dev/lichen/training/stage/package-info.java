/**
 * How a stage's run is put together from the shared parts.
 *
 * <p>{@link dev.lichen.training.stage.StageLoop} decides once which listeners hear a step, and in which order. It has a
 * package of its own because it knows both the loop and the listeners, which do not know each other.
 */
@NullMarked
package dev.lichen.training.stage;

import org.jspecify.annotations.NullMarked;
