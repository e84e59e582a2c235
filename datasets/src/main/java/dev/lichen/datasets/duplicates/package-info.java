/**
 * Finds records that say the same, word for word or nearly, and never holds their texts.
 *
 * <p>Two texts are nearly the same if their {@link dev.lichen.datasets.duplicates.Shingles} overlap: with the sets A and B
 * of all runs of three words or Chinese characters, the Jaccard similarity |A ∩ B| / |A ∪ B| reaches a threshold, 0.8 by
 * default. {@link dev.lichen.datasets.duplicates.NearDuplicateSearch} finds such pairs among many records in two passes:
 *
 * <ol>
 *   <li>Each record leaves a {@link dev.lichen.datasets.duplicates.MinHashSignature} of 128 numbers: the smallest value
 *       of each of 128 hash functions over the set. Two sets agree in one of them with probability J (Broder, <em>On the
 *       resemblance and containment of documents</em>, 1997). The signature is cut into 32 bands of four; records that
 *       agree in a whole band meet in a table, which happens with probability 1 − (1 − J⁴)³², at J = 0.8 all but never
 *       missed (locality-sensitive hashing: Indyk and Motwani, 1998).
 *   <li>The few that met are read again and compared exactly, so what is reported is a fact and no estimate.
 * </ol>
 *
 * <p>A record costs under 2 kB, however long it is. {@link dev.lichen.datasets.duplicates.RecordKey} names what is
 * exactly the same.
 */
@NullMarked
package dev.lichen.datasets.duplicates;

import org.jspecify.annotations.NullMarked;
