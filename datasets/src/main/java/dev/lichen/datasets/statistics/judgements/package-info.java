/**
 * Which statistics fit a file of judgements, and what they are.
 *
 * <p>{@link dev.lichen.datasets.statistics.judgements.AgreementReport} takes rankings and ratings by several annotators and
 * gives a list of {@link dev.lichen.datasets.statistics.judgements.Figure}s for the whole, by language and by annotator.
 * Judgements are compared within a <em>task</em>: rankings of the same answers to the same prompt, or ratings of the same
 * answer by the same criterion. Intervals resample prompts. What is undefined keeps its line, with the reason.
 */
@NullMarked
package dev.lichen.datasets.statistics.judgements;

import org.jspecify.annotations.NullMarked;
