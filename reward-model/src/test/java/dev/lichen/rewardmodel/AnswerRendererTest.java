package dev.lichen.rewardmodel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.datasets.Message;
import dev.lichen.lm.rendering.ConversationRenderer;
import dev.lichen.lm.tokenizer.ByteTokenizer;
import dev.lichen.lm.tokenizer.MaskedTokens;
import dev.lichen.lm.tokenizer.TokenSequence;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerRendererTest {

    private static final List<Message> PROMPT =
            List.of(Message.user("first question"), Message.assistant("first answer"), Message.user("second question"));

    private final ByteTokenizer tokenizer = ByteTokenizer.withTemplate("");
    private final ConversationRenderer renderer = ConversationRenderer.of(tokenizer);

    @Test
    void scoreIsReadAtTheTokenThatEndsTheTurn() {
        MaskedTokens sequence = rendered(1000, "yes").getFirst();
        assertArrayEquals(new int[] {sequence.size() - 1}, sequence.mask().positions());
        assertEquals(renderer.endOfTurnToken(), sequence.tokens().last());
    }

    @Test
    void answerFollowsThePromptThatPpoContinues() {
        TokenSequence prompt = renderer.renderPrompt(PROMPT);
        rendered(1000, "yes", "a longer answer")
                .forEach(sequence -> assertTrue(sequence.tokens().startsWith(prompt)));
    }

    @Test
    void oldTurnsAreLeftOutForAllAnswersAlike() {
        int whole = rendered(1000, "yes", "a longer answer").getLast().size();
        List<MaskedTokens> cut = rendered(whole - 1, "yes", "a longer answer");
        TokenSequence shorter = renderer.renderPrompt(PROMPT.subList(2, 3));
        cut.forEach(sequence -> assertTrue(sequence.tokens().startsWith(shorter)));
        assertNotEquals(rendered(1000, "yes").getFirst(), cut.getFirst());
    }

    @Test
    void answerThatCannotFitIsLeftOut() {
        assertTrue(new AnswerRenderer(renderer, 20)
                .render(PROMPT, List.of("an answer of more than twenty bytes"))
                .isEmpty());
    }

    @Test
    void fingerprintChangesWithTheTemplate() {
        ByteTokenizer other = ByteTokenizer.withTemplate(
                "{% for m in messages %}{{ m.role }}: {{ m.content }}<|im_end|>\n{% endfor %}assistant: ");
        String own = RenderingFingerprint.of(tokenizer, renderer);
        assertEquals(own, RenderingFingerprint.of(tokenizer, ConversationRenderer.of(tokenizer)));
        assertNotEquals(own, RenderingFingerprint.of(other, ConversationRenderer.of(other)));
    }

    private List<MaskedTokens> rendered(int limit, String... answers) {
        return new AnswerRenderer(renderer, limit)
                .render(PROMPT, List.of(answers))
                .orElseThrow();
    }
}
