/**
 * Models of preference: how strong each item is, given who was put above whom.
 *
 * <p>Each item i has a strength p_i, and orders are chances: {@code P(i ≻ j) = p_i/(p_i + p_j)} for pairs
 * ({@link dev.lichen.datasets.statistics.preference.BradleyTerry}), with a share for ties
 * ({@link dev.lichen.datasets.statistics.preference.Davidson}), and {@code P(σ) = Π_t p_σ(t)/Σ_{s≥t} p_σ(s)} for whole
 * rankings ({@link dev.lichen.datasets.statistics.preference.PlackettLuce}), with ties as Turner, van Etten, Firth and
 * Kosmidis (2020) model them.
 *
 * <p>All are one model: from a set R of items a tier S is chosen with weight {@code δ_|S| (Π_{i∈S} p_i)^{1/|S|}}, δ₁ = 1.
 * A pair is a choice from two items, Davidson's ν is δ₂ there, a ranking is a chain of choices from what is left. The
 * log-likelihood is concave in log p and log δ, so Newton's method finds its maximum and its second derivatives give
 * standard errors. Hunter's minorisation (2004) finds the same maximum without derivatives.
 *
 * <p>The maximum is finite only if no set of items always beats the rest
 * ({@link dev.lichen.datasets.statistics.preference.Connectivity}; Ford 1957); this is tested first, and a
 * {@link dev.lichen.datasets.statistics.Finding} names the set.
 */
@NullMarked
package dev.lichen.datasets.statistics.preference;

import org.jspecify.annotations.NullMarked;
