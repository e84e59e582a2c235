package dev.lichen.annotation.project;

import dev.lichen.datasets.Tiers;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a gold item.
 *
 * @param expected the right tier of each slot; two answers or more are ranked
 * @param tolerance how far a judgement may be off: the share of pairs ordered otherwise, in [0, 1]
 * @param explanation what a trainee reads afterwards, at most 10,000 characters
 */
public record GoldKey(Tiers expected, double tolerance, String explanation) {

    private static final int LONGEST_EXPLANATION = 10_000;

    public GoldKey {
        requireTwo(expected.ranked());
        if (!(tolerance >= 0 && tolerance <= 1)) {
            throw new ProjectException(ProjectRefusal.BAD_TOLERANCE, tolerance);
        }
        explanation = explanation.strip();
        if (explanation.length() > LONGEST_EXPLANATION) {
            throw new ProjectException(ProjectRefusal.LONG_EXPLANATION, explanation.length(), LONGEST_EXPLANATION);
        }
    }

    /**
     * Returns what somebody wants known of an item.
     *
     * @param ranks the rank of each slot, smaller is better, null not ranked
     * @throws ProjectException if fewer than two answers are ranked, or the tolerance is no share
     */
    public static GoldKey ofRanks(List<@Nullable Integer> ranks, double tolerance, String explanation) {
        requireTwo(ranks.stream().filter(Objects::nonNull).count());
        return new GoldKey(Tiers.ofRanks(ranks), tolerance, explanation);
    }

    private static void requireTwo(long ranked) {
        if (ranked < 2) {
            throw new ProjectException(ProjectRefusal.FEW_RANKED, ranked);
        }
    }
}
