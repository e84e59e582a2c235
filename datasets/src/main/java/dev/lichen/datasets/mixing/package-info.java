/**
 * Mixes files of records by weight.
 *
 * <p>{@link dev.lichen.datasets.mixing.Mixer} draws from each {@link dev.lichen.datasets.mixing.MixtureSource} the number
 * of records that its weight gives it, exactly, and interleaves them at random from a seed: the same files, weights and
 * seed give the same mixture, byte for byte.
 */
@NullMarked
package dev.lichen.datasets.mixing;

import org.jspecify.annotations.NullMarked;
