/** What every stage shares: the run folder, the gradient step, metrics. */
@NullMarked
package dev.lichen.training;

import org.jspecify.annotations.NullMarked;
