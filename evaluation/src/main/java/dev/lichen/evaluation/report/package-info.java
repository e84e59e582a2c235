/**
 * The report by which a person decides whether a policy goes to users.
 *
 * <p>The main type is {@link dev.lichen.evaluation.report.Report}, plain data. {@link
 * dev.lichen.evaluation.report.ReportJson} writes it as {@code report.json}; {@link
 * dev.lichen.evaluation.report.ReportPage} shows the same data as {@code report.html}, one file without scripts or
 * remote content. Every number on the page stands in the JSON: the page rounds and never computes.
 *
 * <p>The verdict follows one rule ({@link dev.lichen.evaluation.report.Headline}). With the 95 % interval [l, u] of the
 * win rate, ties counted half, prompts resampled as clusters:
 *
 * <pre>
 *   l &gt; 0.5          gain      (only a higher score, where the judge is what the policy was trained to please)
 *   l ≤ 0.5 ≤ u      no gain shown
 *   u &lt; 0.5          loss
 * </pre>
 *
 * <p>A judge whose own held-out accuracy is not distinguishable from chance shows nothing either way.
 */
@NullMarked
package dev.lichen.evaluation.report;

import org.jspecify.annotations.NullMarked;
