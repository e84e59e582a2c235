package dev.lichen.datasets.format;

import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Conversation;
import dev.lichen.datasets.Demonstration;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.Rating;
import java.util.ArrayList;
import java.util.List;

/** Sees a record of any kind as the kind that a format holds, and names what gets lost by that. */
public final class Shapes {

    public static final String NO_RANKING = "it ranks nothing";
    public static final String NO_ANSWER = "it has no answer of the assistant at its end";
    public static final String NO_PROMPT = "there is nothing before the answer";
    public static final String NOT_TO_IMITATE = "its answer is one not to imitate";
    public static final String NO_VERDICT = "nobody said whether its answers are good enough";
    public static final String NO_RATING = "it rates nothing";
    public static final String ALL_BAD = "all its answers were called bad, which is no order";
    static final String ANSWERS_LOST = "answers";
    static final String OTHER_ANSWERS_LOST = "answers other than the best, and their order";
    static final String ORDER_LOST = "the order of the answers";
    public static final String RATING_LOST = "the rating of the answer";
    public static final String UNRANKED_LOST = "answers that were not ranked";

    private Shapes() {}

    /** Returns a ranking that has an order: without the line, answers that all are bad would pass for equally good ones. */
    public static Writing<Ranking> ranking(JsonRecord one) {
        return judged(one)
                .then(ranking -> ranking.isAllBad() ? new Writing.Unwritable<>(ALL_BAD) : Writing.of(ranking));
    }

    /** Returns any ranking, for a format that says which answers are good enough. */
    public static Writing<Ranking> judged(JsonRecord one) {
        return one instanceof Ranking ranking ? Writing.of(ranking) : new Writing.Unwritable<>(NO_RANKING);
    }

    /** Returns a conversation, whoever ends it; of a ranking the best answer. */
    public static Writing<Conversation> conversation(JsonRecord one) {
        return switch (one) {
            case Conversation conversation -> Writing.of(conversation);
            case Demonstration demonstration ->
                Writing.of(new Conversation(demonstration.messages(), demonstration.attributes()));
            case Prompt prompt -> Writing.of(new Conversation(prompt.prompt(), prompt.attributes()));
            case Ranking ranking when ranking.isNoneAcceptable() -> new Writing.Unwritable<>(NOT_TO_IMITATE);
            case Ranking ranking -> Writing.losing(best(ranking), OTHER_ANSWERS_LOST);
            case Rating rating -> rated(rating);
            default -> throw new IllegalArgumentException("no conversation in a " + one.getClass());
        };
    }

    /** Returns a conversation that the assistant ends. */
    public static Writing<Conversation> demonstration(JsonRecord one) {
        return conversation(one)
                .then(conversation -> conversation.last().isFromAssistant()
                        ? Writing.of(conversation)
                        : new Writing.Unwritable<>(NO_ANSWER));
    }

    /** Returns what stands before the answer; of a conversation, before the assistant's last message. */
    public static Writing<Prompt> prompt(JsonRecord one) {
        return switch (one) {
            case Prompt prompt -> Writing.of(prompt);
            case Ranking ranking -> Writing.losing(new Prompt(ranking.prompt(), ranking.attributes()), ANSWERS_LOST);
            case Rating rating -> Writing.losing(new Prompt(rating.prompt(), rating.attributes()), ANSWERS_LOST);
            case Demonstration demonstration ->
                openPart(new Conversation(demonstration.messages(), demonstration.attributes()));
            case Conversation conversation -> openPart(conversation);
            default -> throw new IllegalArgumentException("no prompt in a " + one.getClass());
        };
    }

    /** Returns the answers of which somebody said whether they are good enough. */
    public static Writing<List<Labelled>> labelled(JsonRecord one) {
        return switch (one) {
            case Rating rating
            when rating.verdict().value() instanceof BooleanNode label ->
                Writing.of(List.of(new Labelled(
                        rating.prompt(), new Answer(rating.answer()), label.booleanValue(), rating.attributes())));
            case Ranking ranking -> labelled(ranking);
            default -> new Writing.Unwritable<>(NO_VERDICT);
        };
    }

    private static Writing<List<Labelled>> labelled(Ranking ranking) {
        if (ranking.judgement().acceptableTier() == null) {
            return new Writing.Unwritable<>(NO_VERDICT);
        }
        List<Labelled> all = new ArrayList<>();
        for (int i = 0; i < ranking.answers().size(); i++) {
            if (ranking.tiers().of(i).isPresent()) {
                Answer answer = ranking.answers().get(i);
                all.add(new Labelled(ranking.prompt(), answer, ranking.isAcceptable(i), ranking.attributes()));
            }
        }
        Writing<List<Labelled>> written = Writing.losing(all, ORDER_LOST);
        return ranking.tiers().isPartial() ? written.then(list -> Writing.losing(list, UNRANKED_LOST)) : written;
    }

    private static Conversation best(Ranking ranking) {
        Answer answer = ranking.answers().get(ranking.best());
        Message message = Message.assistant(answer.content());
        return new Conversation(Messages.with(ranking.prompt(), message), ranking.attributes());
    }

    private static Writing<Conversation> rated(Rating rating) {
        if (BooleanNode.FALSE.equals(rating.verdict().value())) {
            return new Writing.Unwritable<>(NOT_TO_IMITATE);
        }
        List<Message> messages = Messages.with(rating.prompt(), Message.assistant(rating.answer()));
        return Writing.losing(new Conversation(messages, rating.attributes()), RATING_LOST);
    }

    private static Writing<Prompt> openPart(Conversation conversation) {
        if (!conversation.last().isFromAssistant()) {
            return Writing.of(new Prompt(conversation.messages(), conversation.attributes()));
        }
        List<Message> before = Messages.beforeLast(conversation.messages());
        return before.isEmpty()
                ? new Writing.Unwritable<>(NO_PROMPT)
                : Writing.losing(new Prompt(before, conversation.attributes()), ANSWERS_LOST);
    }
}
