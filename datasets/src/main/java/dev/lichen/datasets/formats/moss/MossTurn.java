package dev.lichen.datasets.formats.moss;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.lichen.datasets.ExtraFields;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Role;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One turn of MOSS-003: what the person says, what MOSS thinks, which tools it calls, what they return, what it answers.
 *
 * <p>A turn with calls is four messages: user, assistant (the calls, as the model wrote them), tool (the results),
 * assistant. A turn without calls is two. Thoughts are the extra field {@code inner_thoughts} of the first message of the
 * assistant; a part that is not spelled as usual is kept under its own name with the last.
 *
 * @param parts the text of each part; None where there is nothing
 */
record MossTurn(Map<TurnField, String> parts) {

    static final String THOUGHTS = "inner_thoughts";
    private static final Pattern CALL = Pattern.compile("\\w+\\(\"");

    MossTurn {
        parts = Map.copyOf(parts);
    }

    /** Returns the messages of a turn. */
    static List<Message> messages(JsonFields fields) {
        Map<TurnField, String> written = new EnumMap<>(TurnField.class);
        Map<TurnField, String> parts = new EnumMap<>(TurnField.class);
        for (TurnField field : TurnField.values()) {
            String text = field == TurnField.HUMAN || field == TurnField.MOSS || fields.has(field.jsonName())
                    ? fields.text(field.jsonName())
                    : field.written(TurnField.NONE);
            written.put(field, text);
            parts.put(field, field.text(text));
        }
        return new MossTurn(parts).messages(written);
    }

    private List<Message> messages(Map<TurnField, String> written) {
        List<Message> messages = new ArrayList<>();
        messages.add(Message.user(part(TurnField.HUMAN)));
        ExtraFields thoughts = thoughts();
        boolean called = isCall(part(TurnField.COMMANDS)) || !isNone(part(TurnField.RESULTS));
        if (called) {
            messages.add(new Message(Role.ASSISTANT, part(TurnField.COMMANDS), thoughts));
            messages.add(new Message(Role.TOOL, part(TurnField.RESULTS)));
        }
        ExtraFields answerFields = called ? ExtraFields.none() : thoughts;
        messages.add(new Message(Role.ASSISTANT, part(TurnField.MOSS), answerFields.with(unusual(written, called))));
        return messages;
    }

    private ExtraFields thoughts() {
        String thoughts = part(TurnField.THOUGHTS);
        return thoughts.equals(TurnField.NONE)
                ? ExtraFields.none()
                : ExtraFields.none().with(THOUGHTS, TextNode.valueOf(thoughts));
    }

    /** Returns the parts that, written again, would not be what they were. */
    private ExtraFields unusual(Map<TurnField, String> written, boolean called) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        written.forEach((field, text) -> {
            boolean dropped = !called && (field == TurnField.COMMANDS || field == TurnField.RESULTS);
            String again = field.written(dropped ? TurnField.NONE : part(field));
            if (!again.equals(text)) {
                kept.put(field.jsonName(), text);
            }
        });
        return ExtraFields.of(kept);
    }

    /** Writes two messages, or four with calls and results, as a turn. */
    static ObjectNode toJson(List<Message> turn) {
        Message answer = turn.getLast();
        boolean called = turn.size() > 2;
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json, TurnField.HUMAN, turn.getFirst().content(), answer);
        put(json, TurnField.THOUGHTS, textOf(turn.get(1), THOUGHTS), answer);
        put(json, TurnField.COMMANDS, called ? turn.get(1).content() : TurnField.NONE, answer);
        put(json, TurnField.RESULTS, called ? turn.get(2).content() : TurnField.NONE, answer);
        put(json, TurnField.MOSS, answer.content(), answer);
        return json;
    }

    /** Writes a part as it was spelled, as long as that still says the same. */
    private static void put(ObjectNode json, TurnField field, String text, Message answer) {
        String kept = textOf(answer, field.jsonName());
        String said = field.text(kept);
        boolean same = said.equals(text) || (text.equals(TurnField.NONE) && !isCall(said) && !said.contains("=>"));
        boolean keep = answer.extra().has(field.jsonName()) && same;
        json.put(field.jsonName(), keep ? kept : field.written(text));
    }

    private static String textOf(Message message, String name) {
        return message.extra().get(name).map(value -> value.asText()).orElse(TurnField.NONE);
    }

    private static boolean isCall(String commands) {
        return CALL.matcher(commands).find();
    }

    private static boolean isNone(String results) {
        return results.strip().equals(TurnField.NONE);
    }

    private String part(TurnField field) {
        return parts.getOrDefault(field, TurnField.NONE);
    }
}
