package dev.lichen.datasets.formats.judged;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.ExtraFields;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Judgement;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.Role;
import dev.lichen.datasets.Tiers;
import dev.lichen.datasets.format.ForeignFields;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.Messages;
import dev.lichen.datasets.format.PreferencePair;
import dev.lichen.datasets.format.PreferredPair;
import dev.lichen.datasets.format.Reading;
import dev.lichen.datasets.format.RecordKind;
import dev.lichen.datasets.format.Shapes;
import dev.lichen.datasets.format.Writing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Battles of the Chatbot Arena and judgements of MT-bench (Zheng et al. 2023): two models, two conversations, a winner.
 *
 * <p>The releases differ: of 33,000 and 100,000 battles with {@code question_id}, turn and the languages' names, of 140,000
 * with {@code id}, contents in parts and {@code both_bad}. That and "tie (bothbad)" are ties with no acceptable answer. What follows the judged turn is kept with the answer. A battle
 * over several turns, in which the models were asked on after different answers, is no ranking of answers to one prompt
 * and is skipped.
 */
final class ArenaFormat implements Format {

    static final String PARTED = "the conversations part before the judged answer";
    static final String NO_ANSWER = "the judged turn has no answer";
    private static final String CONTINUATION = "continuation";
    private static final String BOTH_BAD = "tie (bothbad)";
    private static final String BOTH_BAD_LATER = "both_bad";
    private static final String QUESTION = "question_id";
    private static final String SESSION = "evaluation_session_id";
    private static final String VOTER = "judge_hash";

    @Override
    public About about() {
        return new About(
                "arena",
                RecordKind.RANKING,
                "question_id, model_a, model_b, winner, judge, conversation_a, conversation_b, turn, …");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.has("winner")
                && object.path("conversation_a").isArray()
                && object.path("conversation_b").isArray();
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        List<Message> first = fields.objects("conversation_a", ContentParts::message);
        List<Message> second = fields.objects("conversation_b", ContentParts::message);
        if (ContentParts.holdMore(first) || ContentParts.holdMore(second)) {
            return new Reading.Skipped<>(ContentParts.NOT_TEXT);
        }
        Integer turn = fields.optionalInteger("turn");
        int answer = turn == null ? first.size() - 1 : place(first, turn);
        if (!answers(first, answer) || !answers(second, answer)) {
            return new Reading.Skipped<>(NO_ANSWER);
        }
        List<Message> prompt = first.subList(0, answer);
        if (!prompt.equals(second.subList(0, answer)) || prompt.isEmpty()) {
            return new Reading.Skipped<>(answer > 1 ? PARTED : PreferencePair.NO_SHARED_PROMPT);
        }
        if (turn != null && turn != turns(prompt)) {
            fields.keep("turn");
        }
        List<Answer> answers = List.of(
                answer(first, answer, fields.optionalText("model_a")),
                answer(second, answer, fields.optionalText("model_b")));
        return new Reading.Kept<>(ranking(prompt, answers, fields));
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return Duel.each(Shapes.judged(one), true, ArenaFormat::write);
    }

    private static Ranking ranking(List<Message> prompt, List<Answer> answers, JsonFields fields) {
        String winner = fields.text("winner");
        Tiers tiers = switch (winner) {
            case "model_a" -> Tiers.of(1, 2);
            case "model_b" -> Tiers.of(2, 1);
            case "tie", BOTH_BAD, BOTH_BAD_LATER -> Tiers.of(1, 1);
            default -> throw fields.failure("winner", "model_a, model_b, tie or " + BOTH_BAD);
        };
        boolean later = winner.equals(BOTH_BAD_LATER);
        if (later) {
            fields.keep("winner");
        }
        Integer line = later || winner.equals(BOTH_BAD) ? Integer.valueOf(0) : null;
        String voter = fields.optionalText(fields.has(VOTER) ? VOTER : "judge");
        if (fields.has(VOTER)) {
            fields.keep(VOTER);
        }
        Judgement judgement = new Judgement(voter, line, List.of());
        Attributes attributes = ForeignFields.attributes(fields, fields.has(QUESTION) ? QUESTION : "id");
        String language = attributes.language();
        return new Ranking(
                prompt,
                answers,
                tiers,
                judgement,
                language == null ? attributes : attributes.withLanguage(Languages.tag(language)));
    }

    /** Returns the index of the answer of a turn, counted from 1. */
    private static int place(List<Message> messages, int turn) {
        int answers = 0;
        for (int i = 0; i < messages.size(); i++) {
            answers += messages.get(i).isFromAssistant() ? 1 : 0;
            if (answers == turn) {
                return i;
            }
        }
        return -1;
    }

    private static boolean answers(List<Message> messages, int index) {
        return index >= 0 && index < messages.size() && messages.get(index).isFromAssistant();
    }

    private static int turns(List<Message> prompt) {
        return (int) prompt.stream().filter(Message::isFromAssistant).count() + 1;
    }

    private static Answer answer(List<Message> messages, int index, @Nullable String model) {
        Message message = messages.get(index);
        List<Message> rest = messages.subList(index + 1, messages.size());
        ExtraFields extra =
                rest.isEmpty() ? message.extra() : message.extra().with(CONTINUATION, Messages.toJson(rest));
        return new Answer(message.content(), model, extra);
    }

    private static Writing<ObjectNode> write(Duel duel) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Attributes attributes = duel.ranking().attributes();
        Judgement judgement = duel.ranking().judgement();
        boolean later = attributes.extra().has(SESSION);
        ForeignFields.putId(json, later ? "id" : QUESTION, attributes);
        json.put("model_a", duel.first().generator())
                .put("model_b", duel.second().generator());
        json.put("winner", winner(duel));
        if (winner(duel).equals(BOTH_BAD)) {
            ForeignFields.putKept(json, "winner", attributes);
        }
        if (judgement.annotator() != null && !attributes.extra().has(VOTER)) {
            json.put("judge", judgement.annotator());
        }
        json.set("conversation_a", conversation(duel, duel.first()));
        json.set("conversation_b", conversation(duel, duel.second()));
        ForeignFields.putKept(json, "turn", attributes);
        if (!later && !json.has("turn")) {
            json.put("turn", turns(duel.ranking().prompt()));
        }
        if (attributes.language() != null) {
            json.put("language", later ? attributes.language() : Languages.name(attributes.language()));
        }
        attributes.withId(null).addTo(json);
        boolean line = judgement.acceptableTier() != null && duel.outcome() != 0;
        Writing<ObjectNode> written = line ? Writing.losing(json, PreferredPair.LINE_LOST) : Writing.of(json);
        return judgement.strengths().isEmpty()
                ? written
                : written.then(same -> Writing.losing(same, Duel.STRENGTHS_LOST));
    }

    private static String winner(Duel duel) {
        if (duel.outcome() != 0) {
            return duel.outcome() < 0 ? "model_a" : "model_b";
        }
        return duel.ranking().judgement().acceptableTier() != null
                        && !duel.ranking().isAcceptable(duel.left())
                ? BOTH_BAD
                : "tie";
    }

    private static ArrayNode conversation(Duel duel, Answer answer) {
        ExtraFields own = answer.extra().without(CONTINUATION);
        Message message = new Message(Role.ASSISTANT, answer.content(), own);
        ArrayNode list = ContentParts.toJson(Messages.with(duel.ranking().prompt(), message));
        answer.extra().get(CONTINUATION).ifPresent(rest -> rest.forEach(list::add));
        return list;
    }
}
