package dev.lichen.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lichen.datasets.Message;
import dev.lichen.datasets.Prompt;
import dev.lichen.lm.rendering.ConversationRenderer;
import dev.lichen.lm.tokenizer.ByteTokenizer;
import dev.lichen.lm.tokenizer.TokenSequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConversationScorerTest {
    private static final ByteTokenizer TOKENIZER = ByteTokenizer.withTemplate("");
    private static final ConversationRenderer RENDERER = ConversationRenderer.of(TOKENIZER);
    private static final Prompt PROMPT = Prompt.of("question");

    /** Scores a conversation by its length, so that the sequence that was scored can be told. */
    private static List<Double> lengths(List<TokenSequence> conversations) {
        return conversations.stream().map(tokens -> (double) tokens.size()).toList();
    }

    private static List<Double> scores(PolicyAnswer... answers) {
        return new ConversationScorer(ConversationScorerTest::lengths, RENDERER)
                .score(List.of(answers).stream()
                        .map(answer -> new AnswerScorer.Request(PROMPT, answer))
                        .toList());
    }

    @Test
    void sampledAnswersAreScoredInTheirOwnTokens() {
        assertEquals(List.of(3.0), scores(new PolicyAnswer("other text", 2, false, TokenSequence.of(1, 5, 6))));
    }

    @Test
    void textsAreRendered() {
        int size = RENDERER.render(List.of(Message.user("question"), Message.assistant("answer")))
                .tokens()
                .size();
        assertEquals(List.of((double) size), scores(new PolicyAnswer("answer", 1, true)));
    }

    @Test
    void batchesKeepTheOrder() {
        List<Integer> sizes =
                new ArrayList<>(IntStream.rangeClosed(1, 300).boxed().toList());
        Collections.reverse(sizes.subList(0, 150));
        PolicyAnswer[] answers = sizes.stream()
                .map(size -> new PolicyAnswer("", size, true, TokenSequence.of(new int[size])))
                .toArray(PolicyAnswer[]::new);
        assertEquals(sizes.stream().map(Integer::doubleValue).toList(), scores(answers));
    }
}
