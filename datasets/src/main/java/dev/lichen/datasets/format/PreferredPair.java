package dev.lichen.datasets.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Judgement;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Pair;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.Role;
import dev.lichen.datasets.Tiers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One pair of a ranking, on its way into a format of pairs.
 *
 * @param ranking the ranking
 * @param pair which of its answers
 */
public record PreferredPair(Ranking ranking, Pair pair) {

    public static final String ALL_TIED = "all its answers are tied";
    public static final String TIES_LOST = "ties, since a pair has a winner";
    public static final String GROUPS_LOST = "which pairs come from one ranking";
    public static final String LINE_LOST = "the line of acceptable answers";

    /** Returns the pairs of a ranking, and what pairs cannot say of it. */
    public static Writing<List<PreferredPair>> of(JsonRecord one) {
        return Shapes.ranking(one).then(PreferredPair::pairs);
    }

    /** Returns whether a pair says in its own way what the ranking's field of that name says of all answers together. */
    public static boolean isRestated(ObjectNode pair, String name) {
        return name.equals(PairFields.COUNT) && pair.has(PairFields.SHARE);
    }

    /** Writes each pair of a ranking as an object. */
    public static Writing<List<ObjectNode>> each(JsonRecord one, Function<PreferredPair, Writing<ObjectNode>> writer) {
        return of(one).then(pairs -> Writing.each(pairs, writer));
    }

    private static Writing<List<PreferredPair>> pairs(Ranking ranking) {
        List<PreferredPair> pairs = ranking.pairs().stream()
                .map(pair -> new PreferredPair(ranking, pair))
                .toList();
        return pairs.isEmpty() ? new Writing.Unwritable<>(ALL_TIED) : new Writing.Written<>(pairs, losses(ranking));
    }

    private static List<String> losses(Ranking ranking) {
        List<String> losses = new ArrayList<>();
        if (ranking.answers().size() > 2) {
            losses.add(GROUPS_LOST);
        }
        if (ranking.tiers().hasTies()) {
            losses.add(TIES_LOST);
        }
        if (ranking.tiers().isPartial()) {
            losses.add(Shapes.UNRANKED_LOST);
        }
        if (ranking.judgement().acceptableTier() != null) {
            losses.add(LINE_LOST);
        }
        return losses;
    }

    /** Returns the prompt. */
    public List<Message> prompt() {
        return ranking.prompt();
    }

    /** Returns the better answer. */
    public Answer chosen() {
        return ranking.answers().get(pair.better());
    }

    /** Returns the worse answer. */
    public Answer rejected() {
        return ranking.answers().get(pair.worse());
    }

    /** Returns an answer as the assistant's message, with the fields that Lichen does not know. */
    public static Message message(Answer answer) {
        return new Message(Role.ASSISTANT, answer.content(), answer.extra());
    }

    /** Adds what else is known of the pair; of the answers' own fields where the format has texts instead of messages. */
    public ObjectNode addRest(ObjectNode json, boolean answersAreTexts) {
        Judgement judgement = ranking.judgement();
        if (judgement.annotator() != null) {
            addIds(json);
            json.putArray(PairFields.ANNOTATORS).add(judgement.annotator());
        }
        Integer margin = margin();
        if (margin != null && !ranking.attributes().extra().has(PairFields.MARGIN)) {
            json.put(PairFields.MARGIN, margin);
        }
        PairFields.softLabel(ranking.attributes().extra(), pair).ifPresent(json::setAll);
        ObjectNode chosen = PairFields.origin(chosen(), answersAreTexts);
        ObjectNode rejected = PairFields.origin(rejected(), answersAreTexts);
        if (!chosen.isEmpty() || !rejected.isEmpty()) {
            json.putObject(PairFields.GENERATION).setAll(both(json, chosen, rejected));
        }
        Attributes attributes = ranking.attributes();
        attributes.withExtra(attributes.extra().without(PairFields.SOFT_LABELS)).addTo(json);
        return json;
    }

    private static ObjectNode both(ObjectNode json, ObjectNode chosen, ObjectNode rejected) {
        ObjectNode both = json.objectNode();
        both.set("chosen", chosen);
        both.set("rejected", rejected);
        return both;
    }

    private void addIds(ObjectNode json) {
        if (ranking.attributes().id() != null && !ranking.attributes().extra().has(PairFields.JUDGEMENTS)) {
            json.putArray(PairFields.JUDGEMENTS).add(ranking.attributes().id());
        }
    }

    /** The strengths of all gaps between the two tiers together; null where nobody was asked. */
    private @Nullable Integer margin() {
        List<Integer> strengths = ranking.judgement().strengths();
        if (strengths.isEmpty()) {
            return null;
        }
        return strengths.subList(tier(pair.better()) - 1, tier(pair.worse()) - 1).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private int tier(int answer) {
        Tiers tiers = ranking.tiers();
        return tiers.of(answer).orElseThrow();
    }
}
