package dev.lichen.datasets.formats;

import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.Conversation;
import dev.lichen.datasets.Demonstration;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.Prompted;
import dev.lichen.datasets.Ranking;
import java.util.ArrayList;
import java.util.List;

/** Turns a record of whatever kind into the kind that is wanted, where that makes sense. */
final class Uses {

    static final String NO_RESPONSE = "the last message is not from the assistant";
    static final String BLANK_RESPONSE = "the response is blank";
    static final String NO_PROMPT = "there is nothing before the response";
    static final String ENDS_WITH_ASSISTANT = "the prompt ends with the assistant";

    private Uses() {}

    /** A conversation that the assistant ends, or the best answer of a ranking. */
    static Reading<Demonstration> demonstration(JsonRecord jsonRecord) {
        return switch (jsonRecord) {
            case Ranking ranking -> demonstration(with(ranking.prompt(), answer(ranking)), ranking.attributes());
            case Conversation conversation -> demonstration(conversation.messages(), conversation.attributes());
            default -> throw new IllegalArgumentException("no demonstration in a " + jsonRecord.getClass());
        };
    }

    static Reading<Ranking> ranking(JsonRecord jsonRecord) {
        return new Reading.Kept<>((Ranking) jsonRecord);
    }

    /** What stands before the last answer. */
    static Reading<Prompt> prompt(JsonRecord jsonRecord) {
        return switch (jsonRecord) {
            case Prompt prompt -> prompt(prompt.prompt(), prompt.attributes());
            case Ranking ranking -> prompt(ranking.prompt(), ranking.attributes());
            case Prompted other -> prompt(other.prompt(), Attributes.none());
            case Conversation conversation -> prompt(beforeResponse(conversation), conversation.attributes());
            default -> throw new IllegalArgumentException("no prompt in a " + jsonRecord.getClass());
        };
    }

    private static Reading<Demonstration> demonstration(List<Message> messages, Attributes attributes) {
        if (!messages.getLast().isFromAssistant()) {
            return new Reading.Skipped<>(NO_RESPONSE);
        }
        if (messages.getLast().content().isBlank()) {
            return new Reading.Skipped<>(BLANK_RESPONSE);
        }
        return new Reading.Kept<>(new Demonstration(messages, attributes));
    }

    private static Reading<Prompt> prompt(List<Message> messages, Attributes attributes) {
        if (messages.isEmpty()) {
            return new Reading.Skipped<>(NO_PROMPT);
        }
        return messages.getLast().isFromAssistant()
                ? new Reading.Skipped<>(ENDS_WITH_ASSISTANT)
                : new Reading.Kept<>(new Prompt(messages, attributes));
    }

    private static List<Message> beforeResponse(Conversation conversation) {
        List<Message> messages = conversation.messages();
        return conversation.last().isFromAssistant() ? Messages.beforeLast(messages) : messages;
    }

    private static Message answer(Ranking ranking) {
        return Message.assistant(ranking.answers().get(ranking.best()).content());
    }

    private static List<Message> with(List<Message> prompt, Message response) {
        List<Message> messages = new ArrayList<>(prompt);
        messages.add(response);
        return messages;
    }
}
