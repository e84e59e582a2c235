package dev.lichen.datasets;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * One person's order of K answers to a prompt; a pair of chosen and rejected is a ranking with K = 2.
 *
 * @param prompt at least one message, oldest first
 * @param answers K answers, at least two
 * @param tiers the tier of each answer
 * @param judgement who judged, what is acceptable, how strong the differences are
 * @param attributes id, language, source and unknown fields
 */
public record Ranking(
        List<Message> prompt, List<Answer> answers, Tiers tiers, Judgement judgement, Attributes attributes)
        implements Prompted {

    /** The field that says what somebody said instead of an order. */
    public static final String OUTCOME = "outcome";

    /** The {@link #OUTCOME} of answers none of which is good enough, between which nothing was said. */
    public static final String ALL_BAD = "ALL_BAD";

    public Ranking {
        prompt = Prompt.requireMessages(prompt);
        answers = List.copyOf(answers);
        if (answers.size() < 2) {
            throw new InvalidRecordException("Bad ranking", answers.size() + " answers", "at least two");
        }
        if (answers.size() != tiers.size()) {
            throw new InvalidRecordException(
                    "Bad tiers", tiers.size() + " of them", "one for each of the " + answers.size() + " answers");
        }
        judgement.requireFits(tiers);
    }

    /** Creates a ranking of which nothing is known but the order. */
    public Ranking(List<Message> prompt, List<Answer> answers, Tiers tiers) {
        this(prompt, answers, tiers, Judgement.unknown(), Attributes.none());
    }

    /** Returns the ranking of two answers, the first the better. */
    public static Ranking pair(List<Message> prompt, String chosen, String rejected) {
        return new Ranking(prompt, List.of(new Answer(chosen), new Answer(rejected)), Tiers.bestToWorst(2));
    }

    /** Reads {@code {"prompt": [messages], "answers": […], "tiers": […], …}}. */
    public static Ranking from(JsonFields fields) {
        List<Message> prompt = fields.objects("prompt", Message::from);
        List<Answer> answers = fields.objects("answers", Answer::from);
        Tiers tiers = new Tiers(fields.integersOrNulls("tiers"));
        return new Ranking(prompt, answers, tiers, Judgement.from(fields), Attributes.from(fields));
    }

    /** Returns every pair of ranked answers of different tiers: at most K(K−1)/2, ordered by index. */
    public List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        forEachRanked((first, second) -> {
            int order = Integer.compare(tier(first), tier(second));
            if (order != 0) {
                pairs.add(order < 0 ? new Pair(first, second) : new Pair(second, first));
            }
        });
        return pairs;
    }

    /** Returns every pair of ranked answers of the same tier, ordered by index; none where all were called bad. */
    public List<Tie> ties() {
        List<Tie> ties = new ArrayList<>();
        if (isAllBad()) {
            return ties;
        }
        forEachRanked((first, second) -> {
            if (tier(first) == tier(second)) {
                ties.add(new Tie(first, second));
            }
        });
        return ties;
    }

    /** Returns the index of the first answer of tier 1. */
    public int best() {
        return tiers.values().indexOf(1);
    }

    /**
     * Returns whether somebody called all answers bad instead of putting them in an order: they stand in one tier below the
     * line, and are as little said to be equally good as to differ.
     */
    public boolean isAllBad() {
        return isNoneAcceptable()
                && tiers.count() == 1
                && attributes
                        .extra()
                        .get(OUTCOME)
                        .filter(said -> said.asText().equals(ALL_BAD))
                        .isPresent();
    }

    /** Returns whether the annotator drew the line above all answers: none of them is one to imitate. */
    public boolean isNoneAcceptable() {
        Integer line = judgement.acceptableTier();
        return line != null && line == 0;
    }

    /** Returns whether an answer is good enough, where the annotator drew that line; unranked answers are not. */
    public boolean isAcceptable(int answer) {
        Integer line = judgement.acceptableTier();
        OptionalInt tier = tiers.of(answer);
        return line != null && tier.isPresent() && tier.getAsInt() <= line;
    }

    @Override
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Message.put(json, "prompt", prompt);
        json.putArray("answers").addAll(answers.stream().map(Answer::toJson).toList());
        ArrayNode values = json.putArray("tiers");
        tiers.values().forEach(values::add);
        judgement.addTo(json);
        attributes.addTo(json);
        return json;
    }

    private int tier(int answer) {
        return tiers.of(answer).orElseThrow();
    }

    private void forEachRanked(AnswerPair action) {
        for (int first = 0; first < answers.size(); first++) {
            for (int second = first + 1; second < answers.size(); second++) {
                if (tiers.of(first).isPresent() && tiers.of(second).isPresent()) {
                    action.accept(first, second);
                }
            }
        }
    }

    private interface AnswerPair {
        void accept(int first, int second);
    }
}
