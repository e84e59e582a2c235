package dev.lichen.evaluation;

import dev.lichen.datasets.Message;
import dev.lichen.lm.rendering.ConversationRenderer;
import dev.lichen.lm.tokenizer.MaskedTokens;
import dev.lichen.lm.tokenizer.TokenSequence;
import dev.lichen.lm.transformer.MicroBatches;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Scores answers by a reward model, at the last token, as PPO does.
 *
 * <p>A sampled answer is scored in its own tokens; a text is rendered first.
 *
 * @param model rendered prompts with their answers to scores, one each: a reward model
 * @param renderer renders answers that are known as text only
 */
public record ConversationScorer(Function<List<TokenSequence>, List<Double>> model, ConversationRenderer renderer)
        implements AnswerScorer {
    private static final int TOKENS_AT_ONCE = 4096;

    @Override
    public List<Double> score(List<Request> requests) {
        List<MaskedTokens> conversations = requests.stream()
                .map(this::conversation)
                .map(tokens -> MaskedTokens.from(tokens, tokens.size() - 1))
                .toList();
        SortedMap<Integer, Double> scores = new TreeMap<>();
        for (int[] batch : MicroBatches.of(conversations, TOKENS_AT_ONCE)) {
            List<Double> together = model.apply(Arrays.stream(batch)
                    .mapToObj(index -> conversations.get(index).tokens())
                    .toList());
            for (int i = 0; i < batch.length; i++) {
                scores.put(batch[i], together.get(i));
            }
        }
        return List.copyOf(scores.values());
    }

    private TokenSequence conversation(Request request) {
        if (!request.answer().conversation().isEmpty()) {
            return request.answer().conversation();
        }
        List<Message> messages = new ArrayList<>(request.prompt().prompt());
        messages.add(Message.assistant(request.answer().text()));
        return renderer.render(messages).tokens();
    }
}
