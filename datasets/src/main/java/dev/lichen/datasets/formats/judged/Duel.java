package dev.lichen.datasets.formats.judged;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.format.PreferredPair;
import dev.lichen.datasets.format.Writing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Two answers of a ranking side by side, in the ranking's order, on their way into a format that says which one won.
 *
 * @param ranking the ranking
 * @param left the index of the first answer
 * @param right the index of the second
 */
record Duel(Ranking ranking, int left, int right) {

    static final String STRENGTHS_LOST = "how strong the preference is";

    /** Writes every two ranked answers of a ranking as an object. */
    static Writing<List<ObjectNode>> each(
            Writing<Ranking> one, boolean ties, Function<Duel, Writing<ObjectNode>> writer) {
        return one.then(ranking -> duels(ranking, ties)).then(all -> Writing.each(all, writer));
    }

    private static Writing<List<Duel>> duels(Ranking ranking, boolean ties) {
        List<Duel> duels = new ArrayList<>();
        List<String> losses = new ArrayList<>();
        if (ranking.answers().size() > 2) {
            losses.add(PreferredPair.GROUPS_LOST);
        }
        if (ranking.tiers().hasTies() && !ties) {
            losses.add(PreferredPair.TIES_LOST);
        }
        if (ranking.tiers().isPartial()) {
            losses.add("answers that were not ranked");
        }
        for (int left = 0; left < ranking.answers().size(); left++) {
            for (int right = left + 1; right < ranking.answers().size(); right++) {
                Duel duel = new Duel(ranking, left, right);
                if (duel.isRanked() && (ties || duel.outcome() != 0)) {
                    duels.add(duel);
                }
            }
        }
        return duels.isEmpty()
                ? new Writing.Unwritable<>(PreferredPair.ALL_TIED)
                : new Writing.Written<>(duels, losses);
    }

    Answer first() {
        return ranking.answers().get(left);
    }

    Answer second() {
        return ranking.answers().get(right);
    }

    /** Returns a negative number if the first is better, a positive one if the second is, 0 if they are tied. */
    int outcome() {
        return Integer.compare(tier(left), tier(right));
    }

    /** Returns the strengths of the gaps between the two together; 0 where nobody was asked. */
    int strength() {
        List<Integer> strengths = ranking.judgement().strengths();
        int best = Math.min(tier(left), tier(right));
        int worst = Math.max(tier(left), tier(right));
        return strengths.isEmpty()
                ? 0
                : strengths.subList(best - 1, worst - 1).stream()
                        .mapToInt(Integer::intValue)
                        .sum();
    }

    private boolean isRanked() {
        return ranking.tiers().of(left).isPresent() && ranking.tiers().of(right).isPresent();
    }

    private int tier(int answer) {
        return ranking.tiers().of(answer).orElseThrow();
    }
}
