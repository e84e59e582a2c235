/** Proximal policy optimisation of a language model against a reward function. */
@NullMarked
package dev.lichen.ppo;

import org.jspecify.annotations.NullMarked;
