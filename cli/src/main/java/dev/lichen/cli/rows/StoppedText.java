package dev.lichen.cli.rows;

import dev.lichen.lm.generation.FinishReason;
import dev.lichen.lm.generation.Generation;
import dev.lichen.lm.tokenizer.TokenSequence;
import dev.lichen.lm.tokenizer.Tokenizer;
import java.util.List;

/**
 * A generation cut before the first stop text in it.
 *
 * @param text without the stop text
 * @param tokens the fewest first tokens whose text reaches the stop text, or all
 * @param finishReason {@code STOP} where a stop text or a stop token was met
 */
record StoppedText(String text, TokenSequence tokens, FinishReason finishReason) {

    static StoppedText of(Tokenizer tokenizer, Generation generation, List<String> stopTexts) {
        String text = tokenizer.decode(generation.tokens());
        int end = stopTexts.stream()
                .filter(stop -> !stop.isEmpty())
                .mapToInt(text::indexOf)
                .filter(position -> position >= 0)
                .min()
                .orElse(-1);
        if (end < 0) {
            return new StoppedText(text, generation.tokens(), generation.finishReason());
        }
        return new StoppedText(
                text.substring(0, end), reaching(tokenizer, generation.tokens(), end), FinishReason.STOP);
    }

    private static TokenSequence reaching(Tokenizer tokenizer, TokenSequence tokens, int characters) {
        int size = 0;
        while (tokenizer.decode(tokens.slice(0, size)).length() < characters) {
            size++;
        }
        return tokens.slice(0, size);
    }
}
