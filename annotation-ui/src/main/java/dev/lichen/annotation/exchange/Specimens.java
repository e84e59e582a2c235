package dev.lichen.annotation.exchange;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.lichen.annotation.store.CanonicalJson;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.Demonstration;
import dev.lichen.datasets.ExtraFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Judgement;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.Rating;
import dev.lichen.datasets.Role;
import dev.lichen.datasets.Tiers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Records that have everything an export can have, to learn what a format does with it. */
final class Specimens {

    private static final Attributes EVERYTHING = new Attributes(
            "an id", "en", "a source", ExtraFields.none().with("judgement_ids", CanonicalJson.tree("[\"j\"]")));
    private static final List<Message> PROMPT =
            List.of(Message.user("a question"), Message.assistant("an answer"), Message.user("another question"));
    private static final List<Message> LED =
            List.of(new Message(Role.SYSTEM, "a rule", ExtraFields.none()), Message.user("a question"));

    private Specimens() {}

    static List<JsonRecord> of(ExportKind kind) {
        return switch (kind) {
            case RANKINGS -> rankings();
            case DEMONSTRATIONS -> List.of(demonstration(PROMPT), demonstration(LED));
            case RATINGS -> List.of(rating(PROMPT), rating(LED));
            case REMARKS -> List.of(new Prompt(PROMPT, EVERYTHING), new Prompt(LED, EVERYTHING));
        };
    }

    private static List<JsonRecord> rankings() {
        Tiers partial = new Tiers(Arrays.asList(1, 2, 2, null));
        return List.of(
                ranking(PROMPT, partial, new Judgement("a", 1, List.of(2))),
                ranking(PROMPT, partial, new Judgement("b", 1, List.of(2))),
                ranking(LED, Tiers.bestToWorst(4), new Judgement("a", null, List.of())),
                ranking(LED, new Tiers(List.of(1, 1)), new Judgement("a", 0, List.of())),
                allBad(ranking(LED, new Tiers(List.of(1, 1)), new Judgement("a", 0, List.of()))));
    }

    private static Ranking ranking(List<Message> prompt, Tiers tiers, Judgement judgement) {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < tiers.size(); i++) {
            answers.add(
                    new Answer("answer " + i, "writer " + i, ExtraFields.none().with("seed", IntNode.valueOf(i))));
        }
        return new Ranking(prompt, answers, tiers, judgement, EVERYTHING);
    }

    private static Ranking allBad(Ranking ranking) {
        ExtraFields said = ranking.attributes().extra().with(Ranking.OUTCOME, TextNode.valueOf(Ranking.ALL_BAD));
        return new Ranking(
                ranking.prompt(),
                ranking.answers(),
                ranking.tiers(),
                ranking.judgement(),
                ranking.attributes().withExtra(said));
    }

    private static Demonstration demonstration(List<Message> prompt) {
        List<Message> messages = new ArrayList<>(prompt);
        messages.add(Message.assistant("a better answer"));
        return new Demonstration(messages, EVERYTHING);
    }

    private static Rating rating(List<Message> prompt) {
        return new Rating(prompt, "an answer", new Rating.Verdict("helpful", IntNode.valueOf(4), "a"), EVERYTHING);
    }
}
