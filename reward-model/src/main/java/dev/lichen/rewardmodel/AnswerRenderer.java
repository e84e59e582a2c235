package dev.lichen.rewardmodel;

import dev.lichen.datasets.Message;
import dev.lichen.lm.rendering.ConversationRenderer;
import dev.lichen.lm.rendering.PromptTooLongException;
import dev.lichen.lm.tokenizer.MaskedTokens;
import dev.lichen.lm.tokenizer.TokenSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Renders a prompt with each of its answers into sequences whose last token is marked: the place where a score is read.
 *
 * <p>A sequence is the rendered prompt followed by the answer with the token that ends the turn, exactly what PPO samples.
 * All answers to a prompt are scored behind the same context: if the longest does not fit, the oldest turns are left out
 * for all of them.
 *
 * @param renderer turns conversations into tokens
 * @param maximumTokens the longest sequence
 */
public record AnswerRenderer(ConversationRenderer renderer, int maximumTokens) {

    /** Renders answers to a prompt; nothing if the last turn and the longest answer do not fit together. */
    public Optional<List<MaskedTokens>> render(List<Message> prompt, List<String> answers) {
        TokenSequence whole = renderer.renderPrompt(prompt);
        List<TokenSequence> responses = answers.stream()
                .map(answer -> response(prompt, answer, whole.size()))
                .toList();
        int longest = responses.stream().mapToInt(TokenSequence::size).max().orElse(0);
        return context(prompt, whole, maximumTokens - longest)
                .map(context -> responses.stream()
                        .map(response -> marked(context.plus(response)))
                        .toList());
    }

    private TokenSequence response(List<Message> prompt, String answer, int promptTokens) {
        List<Message> conversation = new ArrayList<>(prompt);
        conversation.add(Message.assistant(answer));
        TokenSequence tokens = renderer.render(conversation).tokens();
        return tokens.slice(promptTokens, tokens.size());
    }

    private Optional<TokenSequence> context(List<Message> prompt, TokenSequence whole, int room) {
        if (whole.size() <= room) {
            return Optional.of(whole);
        }
        try {
            return Optional.of(renderer.renderPromptWithin(prompt, room));
        } catch (PromptTooLongException tooLong) {
            return Optional.empty();
        }
    }

    private static MaskedTokens marked(TokenSequence tokens) {
        return MaskedTokens.from(tokens, tokens.size() - 1);
    }
}
