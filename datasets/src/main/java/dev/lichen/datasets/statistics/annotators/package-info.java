/**
 * How reliable each annotator is, when nobody knows the truth.
 *
 * <p>Dawid and Skene's idea: every item has a true category that is not seen, and every annotator names it with
 * probabilities of his own. Both are found together by EM: from the annotators' error rates follows what each item probably
 * is, and from that the error rates ({@link dev.lichen.datasets.statistics.annotators.DawidSkene}, with a confusion matrix
 * an annotator). With one number an annotator, the probability of being right,
 * {@link dev.lichen.datasets.statistics.annotators.AnnotatorReliability} needs less data and has an interval from the
 * likelihood itself. Source: Dawid and Skene, Maximum likelihood estimation of observer error-rates using the EM
 * algorithm, Applied Statistics 28 (1979).
 *
 * <p>"Reliable" means "agrees with what the annotators together make likely": a group that errs together looks reliable.
 */
@NullMarked
package dev.lichen.datasets.statistics.annotators;

import org.jspecify.annotations.NullMarked;
