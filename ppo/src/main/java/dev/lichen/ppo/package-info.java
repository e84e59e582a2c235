/**
 * Changes a policy so that a reward function scores its responses higher, without letting it drift far from where it
 * began: proximal policy optimisation for language models (Schulman et al. 2017; Ziegler et al. 2019; Ouyang et al.
 * 2022).
 *
 * <p>One step samples a response y to each prompt x from the policy π, scores it with R(x, y), and charges every token
 * for its divergence from the frozen reference π_ref: r_t = -β (log π(y_t) - log π_ref(y_t)), with R added on the last
 * token. A critic V foresees what is to come; A_t = Σ_l (γλ)^l δ_{t+l} with δ_t = r_t + γ V_{t+1} - V_t says how much
 * better a token was than foreseen. Then, for a few epochs, the policy follows the clipped surrogate
 * min(ρ A, clip(ρ, 1 ± ε) A) with ρ = π / π_old, and the critic the clipped squared error to A + V.
 *
 * <p>Every formula is a small value with one pure method over {@link dev.lichen.ppo.TokenValues}: one number a response
 * token, ragged, without padding. So there are no masks here; a mean is over real tokens because there are no others.
 * A loss returns its gradient with respect to log-probabilities, entropies or values, and the model carries that back
 * to its weights. Losses are means over the tokens of a whole minibatch, so how a minibatch is cut to fit memory
 * changes nothing. Divergences and entropies are in nats; log-probabilities too.
 */
@NullMarked
package dev.lichen.ppo;

import org.jspecify.annotations.NullMarked;
