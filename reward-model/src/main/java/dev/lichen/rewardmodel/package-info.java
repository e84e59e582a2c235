/**
 * Learns from people's rankings to score an answer with one number.
 *
 * <p>A reward model is the fine-tuned language model's body with a head of one output, read at the last real token of
 * the conversation, under the very template that PPO uses. Under the model of Bradley and Terry, an answer of score r_i
 * is preferred to one of score r_j with probability σ(r_i - r_j). A prompt with its K ranked answers is one element of
 * a batch: each answer is scored once, and {@link dev.lichen.rewardmodel.KWiseLoss} is the mean of
 * -log σ(r_i - r_j) over its C(K, 2) pairs (Ouyang et al. 2022, equation 1);
 * {@link dev.lichen.rewardmodel.PlackettLuceLoss} is the likelihood of the whole order instead. After training,
 * {@link dev.lichen.rewardmodel.ScoreNormalisation} gives demonstrations the mean score 0.
 *
 * <p>Scores are in nats of log-odds. K: answers a prompt.
 */
@NullMarked
package dev.lichen.rewardmodel;

import org.jspecify.annotations.NullMarked;
