package dev.lichen.lm.generation;

import dev.lichen.lm.tokenizer.TokenSequence;

/**
 * What a model said to one prompt.
 *
 * @param tokens the new tokens, with the stop token when one was drawn
 * @param logProbabilities of each token under the distribution it was drawn from (temperature and filters included), nats
 * @param finishReason why it ended
 */
public record Generation(TokenSequence tokens, FloatSequence logProbabilities, FinishReason finishReason) {}
