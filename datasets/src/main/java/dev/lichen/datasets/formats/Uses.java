package dev.lichen.datasets.formats;

import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.Conversation;
import dev.lichen.datasets.Demonstration;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.Prompted;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.Rating;
import dev.lichen.datasets.format.Messages;
import dev.lichen.datasets.format.Reading;
import dev.lichen.datasets.format.Shapes;
import java.util.ArrayList;
import java.util.List;

/** Turns a record of whatever kind into the kind that is wanted, where that makes sense. */
final class Uses {

    static final String NO_RESPONSE = "the last message is not from the assistant";
    static final String BLANK_RESPONSE = "the response is blank";
    static final String NO_PROMPT = "there is nothing before the response";
    static final String NO_LABEL = "the rating does not say whether the answer is good enough";
    static final String ENDS_WITH_ASSISTANT = "the prompt ends with the assistant";

    private Uses() {}

    /** A conversation that the assistant ends, or the best answer of a ranking. */
    static Reading<Demonstration> demonstration(JsonRecord jsonRecord) {
        return switch (jsonRecord) {
            case Ranking ranking when ranking.isNoneAcceptable() -> new Reading.Skipped<>(Shapes.NOT_TO_IMITATE);
            case Ranking ranking -> demonstration(with(ranking.prompt(), answer(ranking)), ranking.attributes());
            case Conversation conversation -> demonstration(conversation.messages(), conversation.attributes());
            case Rating rating -> demonstration(rating);
            default -> new Reading.Skipped<>(NO_RESPONSE);
        };
    }

    static Reading<Ranking> ranking(JsonRecord jsonRecord) {
        return jsonRecord instanceof Ranking ranking
                ? new Reading.Kept<>(ranking)
                : new Reading.Skipped<>(Shapes.NO_RANKING);
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

    /** An answer that somebody called good enough. */
    private static Reading<Demonstration> demonstration(Rating rating) {
        if (!(rating.verdict().value() instanceof BooleanNode label)) {
            return new Reading.Skipped<>(NO_LABEL);
        }
        return label.booleanValue()
                ? demonstration(with(rating.prompt(), Message.assistant(rating.answer())), rating.attributes())
                : new Reading.Skipped<>(Shapes.NOT_TO_IMITATE);
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
