package dev.lichen.sft;

import dev.lichen.datasets.Message;
import dev.lichen.lm.rendering.ConversationRenderer;
import dev.lichen.lm.tokenizer.MaskedTokens;
import dev.lichen.lm.tokenizer.TokenSequence;
import dev.lichen.lm.tokenizer.Tokenizer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Renders records into sequences to learn from.
 *
 * <p>Conversations teach the assistant's turns with the tokens that end them; text teaches every token but the first. A
 * conversation longer than the limit loses its end; text longer than the limit becomes several sequences, each beginning
 * with the last token of the one before, so that every token is learned once.
 *
 * @param renderer turns conversations into tokens
 * @param tokenizer the renderer's tokenizer
 * @param maximumTokens the longest sequence, at least 2
 */
public record ExampleRenderer(ConversationRenderer renderer, Tokenizer tokenizer, int maximumTokens) {

    /** Checks the limit. */
    public ExampleRenderer {
        if (maximumTokens < 2) {
            throw new IllegalArgumentException("maximumTokens must be at least 2, was " + maximumTokens);
        }
    }

    /** Renders conversations. */
    public LearningSet conversations(List<List<Message>> conversations) {
        List<MaskedTokens> whole = conversations.stream().map(renderer::render).toList();
        List<MaskedTokens> cut =
                whole.stream().map(sequence -> sequence.truncate(maximumTokens)).toList();
        int truncated = (int) whole.stream()
                .filter(sequence -> sequence.size() > maximumTokens)
                .count();
        return learned(cut, truncated);
    }

    /** Renders texts without turns. */
    public LearningSet texts(List<String> texts) {
        return learned(texts.stream().flatMap(text -> windows(text).stream()).toList(), 0);
    }

    private List<MaskedTokens> windows(String text) {
        TokenSequence whole = renderer.renderText(text).tokens();
        List<MaskedTokens> windows = new ArrayList<>();
        for (int start = 0; start == 0 || start < whole.size() - 1; start += maximumTokens - 1) {
            TokenSequence window = whole.slice(start, Math.min(start + maximumTokens, whole.size()));
            windows.add(MaskedTokens.from(window, Math.min(1, window.size())));
        }
        return windows;
    }

    private LearningSet learned(List<MaskedTokens> sequences, int truncated) {
        List<LearnedExample> examples = sequences.stream()
                .filter(sequence -> sequence.mask().count() > 0)
                .map(sequence -> new LearnedExample(sequence, bytes(sequence)))
                .toList();
        return new LearningSet(examples, truncated, sequences.size() - examples.size());
    }

    private long bytes(MaskedTokens sequence) {
        int[] learned = Arrays.stream(sequence.mask().positions())
                .map(sequence.tokens()::get)
                .toArray();
        return tokenizer.decode(TokenSequence.of(learned)).getBytes(StandardCharsets.UTF_8).length;
    }
}
