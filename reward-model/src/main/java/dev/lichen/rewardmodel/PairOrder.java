package dev.lichen.rewardmodel;

import dev.lichen.datasets.Pair;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.Tie;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the pairs that a ranking compares: C(K, 2) for K answers in K tiers. Answers that were not ranked are in no
 * pair.
 *
 * @param ties what answers of the same tier teach
 * @param labelSmoothing ε: the chance that a judgement is wrong, in [0, 0.5); the target is 1 - ε
 * @param strengthMargin the margin for each point of stated strength between two tiers, in units of score; 0 for none
 */
public record PairOrder(TieRule ties, double labelSmoothing, double strengthMargin) {

    /** Checks the ranges. */
    public PairOrder {
        if (!(labelSmoothing >= 0 && labelSmoothing < 0.5)) {
            throw new IllegalArgumentException("labelSmoothing must be in [0, 0.5), was " + labelSmoothing);
        }
        if (!(strengthMargin >= 0)) {
            throw new IllegalArgumentException("strengthMargin must not be negative, was " + strengthMargin);
        }
    }

    /** The plain order: ties count half, judgements are certain, no margin. */
    public static PairOrder defaults() {
        return new PairOrder(TieRule.HALF, 0, 0);
    }

    /** The pairs of a ranking; empty if it compares nothing. */
    public List<ComparedPair> pairs(Ranking ranking) {
        List<ComparedPair> pairs = new ArrayList<>();
        for (Pair pair : ranking.pairs()) {
            pairs.add(new ComparedPair(pair.better(), pair.worse(), 1 - labelSmoothing, margin(ranking, pair)));
        }
        if (ties == TieRule.HALF) {
            for (Tie tie : ranking.ties()) {
                pairs.add(new ComparedPair(tie.first(), tie.second(), 0.5, 0));
            }
        }
        return pairs;
    }

    private double margin(Ranking ranking, Pair pair) {
        List<Integer> strengths = ranking.judgement().strengths();
        if (strengthMargin == 0 || strengths.isEmpty()) {
            return 0;
        }
        int from = ranking.tiers().of(pair.better()).orElseThrow() - 1;
        int to = ranking.tiers().of(pair.worse()).orElseThrow() - 1;
        return strengthMargin
                * strengths.subList(from, to).stream()
                        .mapToInt(Integer::intValue)
                        .sum();
    }
}
