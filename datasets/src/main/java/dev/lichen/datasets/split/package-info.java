/** Division of examples into training and held-out parts by a hash of the prompt. */
@NullMarked
package dev.lichen.datasets.split;

import org.jspecify.annotations.NullMarked;
