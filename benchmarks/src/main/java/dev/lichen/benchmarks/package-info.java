/**
 * JMH benchmarks of plain Java that is called often: what a step or a report computes outside the tensor library.
 *
 * <p>They are compiled in every build, so that they keep up with the code, and run by hand. What a machine does with a
 * whole model is measured by {@code lichen bench}.
 */
@NullMarked
package dev.lichen.benchmarks;

import org.jspecify.annotations.NullMarked;
