/** What hears of each training step: progress, metrics, samples, checkpoints. */
@NullMarked
package dev.lichen.training.listener;

import org.jspecify.annotations.NullMarked;
