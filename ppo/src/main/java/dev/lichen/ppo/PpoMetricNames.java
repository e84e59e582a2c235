package dev.lichen.ppo;

import java.util.List;

/**
 * The names of PPO's metrics, in the hierarchy that the field's implementations share, so that curves can be laid over
 * published ones. Every mean is over real tokens or responses; there is no padding to leave out.
 */
public final class PpoMetricNames {

    /** Divergence from the reference (k1), nats a sequence, mean over responses. */
    public static final String KL = "objective/kl";
    /** Divergence from the reference (k3, never negative), nats a sequence, mean over responses. */
    public static final String KL_K3 = "objective/kl_k3";
    /** β, units of score a nat. */
    public static final String KL_COEFFICIENT = "objective/kl_coef";
    /** Entropy of the sampling policy, nats a token. */
    public static final String ENTROPY = "objective/entropy";
    /** Score of the reward function, mean over responses, before clip and penalty. */
    public static final String SCORES = "objective/scores";
    /** Standard deviation of the scores. */
    public static final String SCORES_DEVIATION = "objective/scores_std";
    /** Sum of a response's rewards: score after clip and penalty, less β KL; mean over responses. */
    public static final String RLHF_REWARD = "objective/rlhf_reward";
    /** -β KL, mean over responses. */
    public static final String NON_SCORE_REWARD = "objective/non_score_reward";
    /** Mean of (ρ - 1) - log ρ over the updates, nats a token. */
    public static final String APPROXIMATE_KL = "ppo/policy/approxkl";
    /** Share of tokens on which the policy clip held. */
    public static final String POLICY_CLIP_FRACTION = "ppo/policy/clipfrac";
    /** Entropy of the trained policy during the updates, nats a token. */
    public static final String POLICY_ENTROPY = "ppo/policy/entropy";
    /** Mean advantage before whitening. */
    public static final String ADVANTAGES = "ppo/policy/advantages_mean";
    /** Share of tokens on which the value clip held. */
    public static final String VALUE_CLIP_FRACTION = "ppo/val/clipfrac";
    /** Explained variance of the returns by the critic's values. */
    public static final String EXPLAINED_VARIANCE = "ppo/val/explained_variance";
    /** Mean value of the critic. */
    public static final String VALUE_MEAN = "ppo/val/mean";
    /** Mean of (V - R)². */
    public static final String VALUE_ERROR = "ppo/val/error";
    /** Mean return. */
    public static final String RETURNS = "ppo/returns/mean";
    /** Mean policy loss of a minibatch. */
    public static final String POLICY_LOSS = "ppo/loss/policy";
    /** Mean value loss of a minibatch. */
    public static final String VALUE_LOSS = "ppo/loss/value";
    /** Mean ρ. */
    public static final String RATIO_MEAN = "ppo/ratio/mean";
    /** Largest ρ. */
    public static final String RATIO_MAXIMUM = "ppo/ratio/max";
    /** Response length, tokens, mean. */
    public static final String RESPONSE_LENGTH = "ppo/response/length";
    /** Share of responses that ended by themselves. */
    public static final String END_RATE = "ppo/response/eos_rate";
    /** Perplexity of the responses under the reference. */
    public static final String REFERENCE_PERPLEXITY = "ppo/response/reference_perplexity";
    /** Responses sampled since the start. */
    public static final String EPISODES = "ppo/episodes";
    /** Learning rate of the policy. */
    public static final String POLICY_LEARNING_RATE = "ppo/policy/lr";
    /** Norm of the policy's gradient before clipping, mean over updates. */
    public static final String POLICY_GRADIENT_NORM = "ppo/policy/grad_norm";
    /** Learning rate of the critic. */
    public static final String VALUE_LEARNING_RATE = "ppo/val/lr";
    /** Norm of the critic's gradient before clipping, mean over updates. */
    public static final String VALUE_GRADIENT_NORM = "ppo/val/grad_norm";
    /** Running mean of the scores. */
    public static final String RUNNING_MEAN = "ppo/score/running_mean";
    /** Running standard deviation of the scores. */
    public static final String RUNNING_DEVIATION = "ppo/score/running_std";
    /** Mean score of the answers to held-out prompts. */
    public static final String EVALUATION_SCORES = "eval/scores";
    /** Their divergence from the reference (k1), nats a sequence. */
    public static final String EVALUATION_KL = "eval/kl";
    /** Their mean length, tokens. */
    public static final String EVALUATION_LENGTH = "eval/response_length";
    /** The share of them that ended by themselves. */
    public static final String EVALUATION_END_RATE = "eval/eos_rate";

    private PpoMetricNames() {}

    /** Every name: those of a step, then those of an evaluation. */
    public static List<String> all() {
        return List.of(
                KL,
                KL_K3,
                KL_COEFFICIENT,
                ENTROPY,
                SCORES,
                SCORES_DEVIATION,
                RLHF_REWARD,
                NON_SCORE_REWARD,
                APPROXIMATE_KL,
                POLICY_CLIP_FRACTION,
                POLICY_ENTROPY,
                ADVANTAGES,
                VALUE_CLIP_FRACTION,
                EXPLAINED_VARIANCE,
                VALUE_MEAN,
                VALUE_ERROR,
                RETURNS,
                POLICY_LOSS,
                VALUE_LOSS,
                RATIO_MEAN,
                RATIO_MAXIMUM,
                RESPONSE_LENGTH,
                END_RATE,
                REFERENCE_PERPLEXITY,
                EPISODES,
                POLICY_LEARNING_RATE,
                POLICY_GRADIENT_NORM,
                VALUE_LEARNING_RATE,
                VALUE_GRADIENT_NORM,
                RUNNING_MEAN,
                RUNNING_DEVIATION,
                EVALUATION_SCORES,
                EVALUATION_KL,
                EVALUATION_LENGTH,
                EVALUATION_END_RATE);
    }
}
