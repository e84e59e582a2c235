/**
 * Division of records into training, validation and test parts by a hash of the prompt.
 *
 * <p>{@link dev.lichen.datasets.split.Splitter} sends a prompt to the part that its
 * {@link dev.lichen.datasets.split.PromptKey} names. So a prompt, with all its answers and annotators, is in one part
 * only; a record stays in its part when others are added, removed or reordered; and two files split with the same salt
 * agree.
 */
@NullMarked
package dev.lichen.datasets.split;

import org.jspecify.annotations.NullMarked;
