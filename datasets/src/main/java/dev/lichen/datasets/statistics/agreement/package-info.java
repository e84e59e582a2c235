/**
 * How far people who judged the same things agree, beyond what chance would give.
 *
 * <p>Coefficients are 1 for perfect agreement and 0 for none beyond chance (or, for rank correlations, for no relation).
 * They differ in what was judged: {@link dev.lichen.datasets.statistics.agreement.KrippendorffAlpha} takes values of any
 * scale and any gaps; {@link dev.lichen.datasets.statistics.agreement.FleissKappa} and
 * {@link dev.lichen.datasets.statistics.agreement.CohenKappa} take categories;
 * {@link dev.lichen.datasets.statistics.agreement.KendallTau} takes two orders and
 * {@link dev.lichen.datasets.statistics.agreement.KendallW} any number of them.
 *
 * <p>Each is a pure function to a {@link dev.lichen.datasets.statistics.Finding}. Where the data cannot show disagreement
 * (one rater, one item, every value the same) the coefficient is undefined, with the reason: it is neither 1 nor 0.
 */
@NullMarked
package dev.lichen.datasets.statistics.agreement;

import org.jspecify.annotations.NullMarked;
