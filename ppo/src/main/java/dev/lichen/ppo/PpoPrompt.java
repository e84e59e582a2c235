package dev.lichen.ppo;

import dev.lichen.datasets.Prompt;
import dev.lichen.lm.tokenizer.TokenSequence;

/**
 * A prompt ready to be continued.
 *
 * @param prompt the question
 * @param context its tokens, the opening of the assistant's turn included
 */
public record PpoPrompt(Prompt prompt, TokenSequence context) {}
