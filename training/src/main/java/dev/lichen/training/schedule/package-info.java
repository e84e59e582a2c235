/**
 * Learning rates as pure functions of the step.
 *
 * <p>{@link dev.lichen.training.schedule.LearningRateSchedule} gives the factor on the peak rate. With warm-up
 * {@code w}, length {@code n}, minimum {@code m} and progress {@code p = (s - w) / (n - w)}, the factor at step
 * {@code s} is {@code max(0.1, s / w)} while {@code s < w}; afterwards it is 1 (constant), {@code 1 - (1 - m) p}
 * (linear), {@code m + (1 - m) (1 + cos(pi p)) / 2} (cosine), or {@code sqrt(w / s)} (inverse square root).
 */
@NullMarked
package dev.lichen.training.schedule;

import org.jspecify.annotations.NullMarked;
