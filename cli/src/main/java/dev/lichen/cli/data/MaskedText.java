package dev.lichen.cli.data;

import dev.lichen.lm.tokenizer.MaskedTokens;
import dev.lichen.lm.tokenizer.TokenSequence;
import dev.lichen.lm.tokenizer.Tokenizer;
import java.util.ArrayList;
import java.util.List;

/**
 * A rendered conversation, piece by piece: a token each, or the tokens that make a character together.
 *
 * @param record which record it is, counted from 1 in its file
 * @param name what it is, for people
 * @param tokens how many tokens there are
 * @param learned how many of them are learned from
 * @param pieces the text, without loss
 */
public record MaskedText(long record, String name, int tokens, int learned, List<Piece> pieces) {

    private static final int LONGEST_CHARACTER = 8;
    private static final char REPLACEMENT = '\uFFFD';

    public MaskedText {
        pieces = List.copyOf(pieces);
    }

    /**
     * Some tokens whose text can be shown.
     *
     * @param position the first token's, counted from 0
     * @param ids at least one
     * @param text what they stand for
     * @param learned whether they are learned from
     */
    public record Piece(int position, List<Integer> ids, String text, boolean learned) {

        public Piece {
            ids = List.copyOf(ids);
        }
    }

    /** Cuts a rendered conversation into pieces. */
    public static MaskedText of(long record, String name, MaskedTokens rendered, Tokenizer tokenizer) {
        List<Piece> pieces = new ArrayList<>();
        TokenSequence tokens = rendered.tokens();
        for (int start = 0; start < tokens.size(); ) {
            boolean learned = rendered.mask().get(start);
            int end = start + 1;
            while (isIncomplete(tokenizer, tokens, start, end)
                    && rendered.mask().get(end) == learned) {
                end++;
            }
            List<Integer> ids = tokens.slice(start, end).stream().boxed().toList();
            pieces.add(new Piece(start, ids, text(tokenizer, tokens, start, end), learned));
            start = end;
        }
        return new MaskedText(record, name, tokens.size(), rendered.mask().count(), pieces);
    }

    private static boolean isIncomplete(Tokenizer tokenizer, TokenSequence tokens, int start, int end) {
        return end < tokens.size()
                && end - start < LONGEST_CHARACTER
                && text(tokenizer, tokens, start, end).indexOf(REPLACEMENT) >= 0;
    }

    /** Decodes tokens behind the one before, since some tokenizers drop the first space of a text. */
    private static String text(Tokenizer tokenizer, TokenSequence tokens, int start, int end) {
        int from = Math.max(0, start - 1);
        String before = tokenizer.decodeWithControlTokens(tokens.slice(from, start));
        String whole = tokenizer.decodeWithControlTokens(tokens.slice(from, end));
        return whole.startsWith(before)
                ? whole.substring(before.length())
                : tokenizer.decodeWithControlTokens(tokens.slice(start, end));
    }
}
