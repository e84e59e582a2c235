package dev.lichen.cli.chat;

import dev.lichen.cli.model.LoadedModel;
import dev.lichen.datasets.Message;
import dev.lichen.lm.generation.Generator;
import dev.lichen.lm.generation.SamplingConfig;
import dev.lichen.lm.rendering.ConversationRenderer;
import dev.lichen.lm.tokenizer.StreamingDecoder;
import dev.lichen.lm.tokenizer.TokenSequence;
import dev.lichen.training.RandomStreams;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Talks with a person in turns; the answer appears as it is generated, and never half a character of it.
 *
 * <p>When the conversation no longer fits into the context, its oldest turns are left out of what the model reads.
 * {@code /clear} begins a new conversation, {@code /exit} or the end of the input ends the session.
 */
public final class ChatSession {

    private final LoadedModel model;
    private final SamplingConfig sampling;
    private final RandomStreams random;
    private final List<Message> opening;
    private final List<Message> conversation;

    /**
     * Begins a session.
     *
     * @param opening messages that stand before every conversation, such as a system text; may be empty
     */
    public ChatSession(LoadedModel model, SamplingConfig sampling, long seed, List<Message> opening) {
        this.model = model;
        this.sampling = sampling;
        this.random = new RandomStreams(seed);
        this.opening = List.copyOf(opening);
        this.conversation = new ArrayList<>(opening);
    }

    /** Talks until the input ends or asks to stop. */
    public void talk(BufferedReader input, PrintWriter output) {
        for (String line = ask(input, output); line != null; line = ask(input, output)) {
            switch (line.strip().toLowerCase(Locale.ROOT)) {
                case "" -> {}
                case "/exit" -> {
                    return;
                }
                case "/clear" -> clear(output);
                default -> answer(line, output);
            }
        }
    }

    private static @Nullable String ask(BufferedReader input, PrintWriter output) {
        output.print("> ");
        output.flush();
        try {
            return input.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void clear(PrintWriter output) {
        conversation.clear();
        conversation.addAll(opening);
        output.println("(a new conversation)");
    }

    private void answer(String question, PrintWriter output) {
        conversation.add(Message.user(question));
        StreamingDecoder decoder = new StreamingDecoder(model.text().tokenizer());
        StringBuilder answer = new StringBuilder();
        new Generator(model.model(), 1)
                .stream(
                        prompt(),
                        sampling,
                        renderer().stopTokens(),
                        seed(),
                        (index, tokens) ->
                                tokens.stream().forEach(token -> show(decoder.accept(token), answer, output)));
        show(decoder.finish(), answer, output);
        output.println();
        conversation.add(Message.assistant(answer.toString()));
    }

    private static void show(String text, StringBuilder answer, PrintWriter output) {
        answer.append(text);
        output.print(text);
        output.flush();
    }

    /** Leaves room for the answer: all that was asked for, or half of the context. */
    private TokenSequence prompt() {
        int context = model.model().config().maximumLength();
        int room = Math.min(sampling.maximumNewTokens(), context / 2);
        return renderer().renderPromptWithin(conversation, context - room);
    }

    private ConversationRenderer renderer() {
        return model.text().renderer();
    }

    private long seed() {
        return random.seed("chat", conversation.size(), 0);
    }
}
