/**
 * The statistics behind every reported number: intervals, cluster bootstrap, win rate, accuracy, calibration.
 *
 * <p>A measured quantity is a {@link dev.lichen.datasets.statistics.Statistic}: an
 * {@link dev.lichen.datasets.statistics.Estimate} with its interval, its n and its number of clusters, or
 * {@link dev.lichen.datasets.statistics.Undefined} with the reason; never NaN. One without an interval is a
 * {@link dev.lichen.datasets.statistics.Finding}. All functions are pure; randomness comes from a seed in the arguments.
 *
 * <p><b>Why clusters.</b> The K(K−1)/2 pairs of one ranking share their answers, and several answers share a prompt, so
 * they are not independent. The {@link dev.lichen.datasets.statistics.ClusterBootstrap} therefore resamples prompts,
 * with everything that belongs to each: from C clusters it draws C with replacement, computes the statistic again, and
 * takes the middle 95 % of the results (Efron and Tibshirani 1993, chapters 8, 13 and 14; Field and Welsh 2007).
 *
 * <table>
 * <caption>Which function answers which question</caption>
 * <tr><th>Question</th><th>Answer</th></tr>
 * <tr><td>How often is A better than B?</td><td>{@link dev.lichen.datasets.statistics.WinRate}</td></tr>
 * <tr><td>How often does a reward model agree with people?</td>
 *     <td>{@link dev.lichen.datasets.statistics.PairwiseAccuracy}</td></tr>
 * <tr><td>Does its confidence mean what it says?</td>
 *     <td>{@link dev.lichen.datasets.statistics.CalibrationError}</td></tr>
 * <tr><td>What rate lies behind x successes in n independent trials?</td>
 *     <td>{@link dev.lichen.datasets.statistics.WilsonInterval}</td></tr>
 * <tr><td>How far do people agree?</td><td>package {@code agreement}</td></tr>
 * <tr><td>How strong is each item, given who beat whom?</td><td>package {@code preference}</td></tr>
 * <tr><td>Which order do the judges give together?</td><td>package {@code consensus}</td></tr>
 * <tr><td>How reliable is each annotator?</td><td>package {@code annotators}</td></tr>
 * <tr><td>Which of these fit a file of judgements?</td><td>package {@code judgements}</td></tr>
 * <tr><td>How are these numbers spread?</td><td>{@link dev.lichen.datasets.statistics.Summary}</td></tr>
 * </table>
 */
@NullMarked
package dev.lichen.datasets.statistics;

import org.jspecify.annotations.NullMarked;
