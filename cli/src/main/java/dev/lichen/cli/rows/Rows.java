package dev.lichen.cli.rows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.Message;
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

    /** Creates a reader of rows. */
    public Rows(Supplier<ConversationRenderer> renderer) {
        this.renderer = renderer;
    }

    /** Reads a row to be continued: {@code messages}, {@code prompt} or {@code ids}. */
    public GenerationRow generation(JsonFields row) {
        if (row.has("ids")) {
            return new GenerationRow(row.json().deepCopy(), ids(row), false);
        }
        List<Message> messages = row.has("messages") ? messages(row, "messages") : prompt(row);
        return new GenerationRow(row.json().deepCopy(), renderer.get().renderPrompt(messages), true);
    }

    /** Reads a row to be scored: {@code messages}, {@code prompt} and {@code response}, or {@code ids}. */
    public ScoringRow scoring(JsonFields row) {
        return new ScoringRow(row.json().deepCopy(), row.has("ids") ? scoredIds(row) : scoredReply(row));
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

    private static TokenSequence ids(JsonFields row) {
        List<Integer> ids = new ArrayList<>();
        for (JsonNode id : row.array("ids")) {
            if (!id.canConvertToInt() || !id.isIntegralNumber() || id.intValue() < 0) {
                throw row.failure("ids", "token ids, whole numbers of at least 0");
            }
            ids.add(id.intValue());
        }
        if (ids.isEmpty()) {
            throw row.failure("ids", "at least one id");
        }
        return TokenSequence.of(ids);
    }
}
