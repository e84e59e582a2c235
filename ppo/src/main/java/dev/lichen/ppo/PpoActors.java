package dev.lichen.ppo;

import dev.lichen.lm.transformer.CausalLanguageModel;
import dev.lichen.lm.transformer.ScalarModel;

/**
 * The models of a PPO run.
 *
 * @param policy π, which learns to be scored higher
 * @param reference π_ref, the policy as it began; it never changes
 * @param critic V, which learns to foresee rewards
 * @param reward R
 */
public record PpoActors(
        CausalLanguageModel policy, CausalLanguageModel reference, ScalarModel critic, RewardFunction reward) {}
