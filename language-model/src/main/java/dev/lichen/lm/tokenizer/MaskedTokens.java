package dev.lichen.lm.tokenizer;

/**
 * Tokens, and the positions among them that are learned from or scored.
 *
 * @param tokens the whole sequence, context included
 * @param mask marks the tokens whose log-probability, given all tokens before them, counts; position 0 has nothing
 *     before it and is never marked where log-probabilities are taken
 */
public record MaskedTokens(TokenSequence tokens, PositionMask mask) {

    /** Checks that there is one mask position a token. */
    public MaskedTokens {
        if (tokens.size() != mask.size()) {
            throw new IllegalArgumentException("a mask must have one position a token: " + mask.size() + " positions, "
                    + tokens.size() + " tokens");
        }
    }

    /** Returns the tokens with all from position {@code start} on marked. */
    public static MaskedTokens from(TokenSequence tokens, int start) {
        return new MaskedTokens(tokens, PositionMask.from(tokens.size(), start));
    }

    /** Returns the number of tokens. */
    public int size() {
        return tokens.size();
    }

    /** Returns the first tokens only, at most {@code maximumTokens} of them. */
    public MaskedTokens truncate(int maximumTokens) {
        int length = Math.min(maximumTokens, size());
        return new MaskedTokens(tokens.slice(0, length), mask.slice(0, length));
    }
}
