package dev.lichen.cli.rows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.Message;
import dev.lichen.lm.architecture.TransformerConfig;
import dev.lichen.lm.rendering.ConversationRenderer;
import dev.lichen.lm.tokenizer.MaskedTokens;
import dev.lichen.lm.tokenizer.TokenSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Turns rows into tokens.
 *
 * <p>The tokenizer is asked for only when a row has text, so that rows of ids need none. A {@code prompt} that is a
 * string is one message from the user.
 */
public final class Rows {

    private static final String KINDS = "\"messages\", \"prompt\" or \"ids\"";

    private final Supplier<ConversationRenderer> renderer;
    private final TransformerConfig model;

    /** Creates a reader of the rows for a model. */
    public Rows(Supplier<ConversationRenderer> renderer, TransformerConfig model) {
        this.renderer = renderer;
        this.model = model;
    }

    /** Reads a row to be continued: {@code messages}, {@code prompt} or {@code ids}. */
    public GenerationRow generation(JsonFields row) {
        boolean isText = !row.has("ids");
        TokenSequence prompt = isText ? renderedPrompt(row) : ids(row);
        requireFits(row, prompt.size(), model.maximumLength() - 1);
        return new GenerationRow(row.json().deepCopy(), prompt, isText);
    }

    private TokenSequence renderedPrompt(JsonFields row) {
        return renderer.get().renderPrompt(row.has("messages") ? messages(row, "messages") : prompt(row));
    }

    /** Reads a row to be scored: {@code messages}, {@code prompt} and {@code response}, or {@code ids}. */
    public ScoringRow scoring(JsonFields row) {
        boolean isText = !row.has("ids");
        MaskedTokens tokens = isText ? scoredReply(row) : scoredIds(row);
        requireFits(row, tokens.size(), model.maximumLength());
        return new ScoringRow(row.json().deepCopy(), tokens, isText);
    }

    private static void requireFits(JsonFields row, int tokens, int maximum) {
        if (tokens > maximum) {
            throw new DataFormatException(
                    "Row too long for the model's context", row.place(), tokens + " tokens", "at most " + maximum);
        }
    }

    private MaskedTokens scoredIds(JsonFields row) {
        TokenSequence ids = ids(row);
        Integer from = row.optionalInteger("from");
        int first = from == null ? 1 : from;
        if (first < 1 || first > ids.size()) {
            throw row.failure("from", "a position from 1 to the %d ids' end".formatted(ids.size()));
        }
        return MaskedTokens.from(ids, first);
    }

    /** Marks the last message only, whoever spoke before it. */
    private MaskedTokens scoredReply(JsonFields row) {
        List<Message> messages = row.has("messages") ? messages(row, "messages") : promptAndResponse(row);
        if (!messages.getLast().isFromAssistant()) {
            throw row.failure("messages", "a last message from the assistant");
        }
        TokenSequence whole = renderer.get().render(messages).tokens();
        TokenSequence prompt = renderer.get().renderPrompt(messages.subList(0, messages.size() - 1));
        return MaskedTokens.from(whole, Math.max(1, prompt.size()));
    }

    private static List<Message> promptAndResponse(JsonFields row) {
        List<Message> messages = new ArrayList<>(prompt(row));
        messages.add(Message.assistant(row.text("response")));
        return messages;
    }

    private static List<Message> prompt(JsonFields row) {
        if (!row.has("prompt")) {
            throw new DataFormatException("Bad row", row.place(), "none of its fields", KINDS);
        }
        JsonNode prompt = row.value("prompt");
        return prompt.isTextual() ? List.of(Message.user(prompt.asText())) : messages(row, "prompt");
    }

    private static List<Message> messages(JsonFields row, String name) {
        List<Message> messages = row.objects(name, Message::from);
        if (messages.isEmpty()) {
            throw row.failure(name, "at least one message");
        }
        return messages;
    }

    private TokenSequence ids(JsonFields row) {
        List<Integer> ids = new ArrayList<>();
        for (JsonNode id : row.array("ids")) {
            if (!id.isIntegralNumber()
                    || !id.canConvertToInt()
                    || id.intValue() < 0
                    || id.intValue() >= model.vocabularySize()) {
                throw row.failure("ids", "whole numbers from 0 to " + (model.vocabularySize() - 1));
            }
            ids.add(id.intValue());
        }
        if (ids.isEmpty()) {
            throw row.failure("ids", "at least one id");
        }
        return TokenSequence.of(ids);
    }
}
