package dev.lichen.sft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lichen.datasets.Message;
import dev.lichen.lm.rendering.ConversationRenderer;
import dev.lichen.lm.tokenizer.ByteTokenizer;
import dev.lichen.lm.tokenizer.MaskedTokens;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExampleRendererTest {

    private final ByteTokenizer tokenizer = ByteTokenizer.withTemplate("");
    private final ConversationRenderer renderer = ConversationRenderer.of(tokenizer);
    private final List<Message> conversation = List.of(Message.user("Hi"), Message.assistant("好"));

    @Test
    void assistantIsLearnedWithTheEndOfTheTurn() {
        LearningSet set = make(1000).conversations(List.of(conversation));
        assertEquals(3 + 1, set.learnedTokens()); // three bytes of one Chinese character, and the end of the turn
        assertEquals(3, set.bytes());
        assertEquals(0, set.truncated());
    }

    @Test
    void longConversationsAreCutOrDropped() {
        int length = renderer.render(conversation).size();
        LearningSet cut = make(length - 2).conversations(List.of(conversation));
        assertEquals(1, cut.truncated());
        assertEquals(length - 2, cut.sequences().getFirst().size());
        LearningSet dropped = make(2).conversations(List.of(conversation));
        assertEquals(1, dropped.dropped());
        assertEquals(0, dropped.size());
    }

    @Test
    void everyTokenOfALongTextIsLearnedOnce() {
        String text = "The quick brown fox";
        MaskedTokens whole = renderer.renderText(text);
        for (int limit = 2; limit <= whole.size() + 1; limit++) {
            LearningSet set = make(limit).texts(List.of(text));
            List<Integer> learned = new ArrayList<>();
            for (MaskedTokens sequence : set.sequences()) {
                for (int position : sequence.mask().positions()) {
                    learned.add(sequence.tokens().get(position));
                }
            }
            List<Integer> expected = new ArrayList<>();
            whole.tokens().stream().skip(1).forEach(expected::add);
            assertEquals(expected, learned);
        }
    }

    @Test
    void limitOfOneTokenIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> make(1));
    }

    private ExampleRenderer make(int maximumTokens) {
        return new ExampleRenderer(renderer, tokenizer, maximumTokens);
    }
}
