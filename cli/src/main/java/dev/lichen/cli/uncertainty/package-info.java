/**
 * Says how unsure a reward model is about the order of each item's answers, so that people are asked first where it does
 * not know ({@link dev.lichen.cli.uncertainty.UncertaintyStage}).
 */
@NullMarked
package dev.lichen.cli.uncertainty;

import org.jspecify.annotations.NullMarked;
