package dev.lichen.sft;

import dev.lichen.lm.tokenizer.MaskedTokens;

/**
 * One sequence to learn from.
 *
 * @param sequence the tokens, the learned ones marked
 * @param bytes how many UTF-8 bytes of text the learned tokens stand for
 */
public record LearnedExample(MaskedTokens sequence, long bytes) {

    /** How many tokens are learned. */
    public int learnedTokens() {
        return sequence.mask().count();
    }
}
