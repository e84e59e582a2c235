package dev.lichen.rewardmodel;

import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.Judgement;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.Tiers;
import java.util.List;
import java.util.stream.IntStream;

/** Makes rankings of nameless answers. */
final class Rankings {

    private Rankings() {}

    /** A ranking with these tiers; 0 stands for an answer that was not ranked. */
    static Ranking of(int... tiers) {
        return new Ranking(prompt(), answers(tiers.length), Tiers.of(tiers));
    }

    static Ranking withStrengths(List<Integer> strengths, int... tiers) {
        Judgement judgement = new Judgement(null, null, strengths);
        return new Ranking(prompt(), answers(tiers.length), Tiers.of(tiers), judgement, Attributes.none());
    }

    private static List<Message> prompt() {
        return List.of(Message.user("Which?"));
    }

    private static List<Answer> answers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Answer("answer " + i))
                .toList();
    }
}
