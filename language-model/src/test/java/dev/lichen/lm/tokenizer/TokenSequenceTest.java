package dev.lichen.lm.tokenizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenSequenceTest {

    private static final TokenSequence TOKENS = TokenSequence.of(5, 7, 5);

    @Test
    void equalIdsMakeEqualSequences() {
        assertEquals(TOKENS, TokenSequence.of(List.of(5, 7, 5)));
        assertEquals(TOKENS.hashCode(), TokenSequence.of(5, 7, 5).hashCode());
        assertNotEquals(TOKENS, TokenSequence.of(5, 7));
    }

    @Test
    void changingTheArraysLeavesTheSequenceAlone() {
        int[] ids = {1, 2};
        TokenSequence tokens = TokenSequence.of(ids);
        ids[0] = 9;
        tokens.toArray()[1] = 9;
        assertEquals(TokenSequence.of(1, 2), tokens);
    }

    @Test
    void partsJoinToTheWhole() {
        assertEquals(TOKENS, TOKENS.slice(0, 1).plus(TOKENS.slice(1, 3)));
        assertEquals(TOKENS, TokenSequence.of(5, 7).plus(5));
        assertEquals(TokenSequence.empty(), TOKENS.slice(2, 2));
        assertEquals(5, TOKENS.last());
    }

    @Test
    void prefixAndIndexLookAtIds() {
        assertTrue(TOKENS.startsWith(TokenSequence.of(5, 7)));
        assertFalse(TOKENS.startsWith(TokenSequence.of(7)));
        assertFalse(TOKENS.startsWith(TokenSequence.of(5, 7, 5, 5)));
        assertEquals(2, TOKENS.indexOf(5, 1));
        assertEquals(-1, TOKENS.indexOf(7, 2));
    }

    @Test
    void negativeIdIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> TokenSequence.of(3, -1));
        assertThrows(IllegalStateException.class, () -> TokenSequence.empty().last());
        assertThrows(IndexOutOfBoundsException.class, () -> TOKENS.slice(1, 4));
    }

    @Test
    void maskCountsAndListsItsPositions() {
        PositionMask mask = PositionMask.of(false, true, true);
        assertEquals(PositionMask.from(3, 1), mask);
        assertEquals(2, mask.count());
        assertArrayEquals(new int[] {1, 2}, mask.positions());
        assertTrue(mask.get(2));
        assertThrows(IndexOutOfBoundsException.class, () -> mask.get(3));
        assertEquals(0, PositionMask.none(4).count());
        assertEquals(4, PositionMask.all(4).count());
        assertEquals(PositionMask.of(true, true), mask.slice(1, 3));
        assertNotEquals(PositionMask.none(3), PositionMask.none(4));
    }

    @Test
    void maskAndTokensHaveOneLength() {
        assertThrows(IllegalArgumentException.class, () -> new MaskedTokens(TOKENS, PositionMask.none(2)));
        MaskedTokens masked = MaskedTokens.from(TOKENS, 1);
        assertEquals(new MaskedTokens(TokenSequence.of(5, 7), PositionMask.of(false, true)), masked.truncate(2));
        assertEquals(masked, masked.truncate(9));
    }
}
