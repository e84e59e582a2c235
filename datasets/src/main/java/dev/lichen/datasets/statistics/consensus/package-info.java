/**
 * One order from many: what a group of judges together says.
 *
 * <p>{@link dev.lichen.datasets.statistics.consensus.RankedPairs} locks in the clearest majorities first and never one that
 * contradicts them; {@link dev.lichen.datasets.statistics.consensus.Kemeny} finds the orders with the fewest
 * disagreements, by looking at all. Both say where the judges leave the order open instead of breaking ties by name, and
 * whether majorities go in circles ({@link dev.lichen.datasets.statistics.consensus.Majorities}).
 */
@NullMarked
package dev.lichen.datasets.statistics.consensus;

import org.jspecify.annotations.NullMarked;
