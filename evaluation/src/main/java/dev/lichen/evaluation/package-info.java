/**
 * Measures what training did to a policy: whether its answers are preferred, and how far it moved.
 *
 * <p>Two policies answer the same held-out prompts with the same seeds ({@link dev.lichen.evaluation.Contest}); a {@link
 * dev.lichen.evaluation.Judge} scores each answer by itself; {@link dev.lichen.evaluation.WinRateEvaluation} counts. With
 * W wins, T ties and L losses of the candidate
 *
 * <pre>
 *   win rate = (W + T/2) / (W + T + L)
 * </pre>
 *
 * and its 95 % interval comes from resampling prompts: the answers that several seeds give to one prompt are one
 * cluster. A judge that the policy was trained to please ({@code TRAINED_AGAINST}) shows that training worked, not that
 * people agree; the report never calls its word a gain.
 *
 * <p>{@link dev.lichen.evaluation.PolicyMeasurements} sums up fresh answers: length, the share that the policy ended
 * itself, entropy, repetition, variety, and KL(π ‖ π_ref) a sequence, in nats. With d_t = log π(y_t) − log π_ref(y_t) at
 * the sampled tokens
 *
 * <pre>
 *   k1 = Σ_t d_t                   unbiased, may be negative
 *   k3 = Σ_t (e^{−d_t} − 1 + d_t)  unbiased for the sum of the tokens' divergences, never negative
 * </pre>
 *
 * <p>Every quantity is a {@link dev.lichen.evaluation.Measured}: a value with n and interval, or the reason why there is
 * none. The report is in {@code dev.lichen.evaluation.report}.
 */
@NullMarked
package dev.lichen.evaluation;

import org.jspecify.annotations.NullMarked;
