package dev.lichen.ppo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lichen.datasets.Prompt;
import dev.lichen.lm.tokenizer.TokenSequence;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampledResponseTest {

    private static final Prompt PROMPT = Prompt.of("Why?");
    private final SampledResponse response =
            new SampledResponse(PROMPT, TokenSequence.of(1, 2, 3), TokenSequence.of(7, 8), "so", true);

    @Test
    void probabilitiesAreTakenAtTheResponse() {
        assertArrayEquals(new int[] {3, 4}, response.marked().mask().positions());
        assertEquals(TokenSequence.of(1, 2, 3, 7, 8), response.marked().tokens());
    }

    @Test
    void valuesAreReadBeforeEachResponseToken() {
        assertArrayEquals(new int[] {2, 3}, response.markedBefore().mask().positions());
        assertEquals(
                response.marked().mask().count(), response.markedBefore().mask().count());
    }

    @Test
    void scoreIsReadAtTheLastToken() {
        assertArrayEquals(new int[] {4}, response.markedLast().mask().positions());
    }

    @Test
    void nothingSaidIsRefused() {
        TokenSequence some = TokenSequence.of(1);
        assertThrows(
                IllegalArgumentException.class,
                () -> new SampledResponse(PROMPT, some, TokenSequence.empty(), "", false));
    }

    @Test
    void ruleOverTextIsAReward() {
        RewardFunction length = RewardFunction.ofText((prompt, text) -> text.length());
        assertEquals(List.of(2.0), length.score(List.of(response)));
    }
}
