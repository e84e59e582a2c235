/** Values that change with the step, such as the learning rate. */
@NullMarked
package dev.lichen.training.schedule;

import org.jspecify.annotations.NullMarked;
