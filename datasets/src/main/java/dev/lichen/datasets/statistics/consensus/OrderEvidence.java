package dev.lichen.datasets.statistics.consensus;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Beta;
import org.jspecify.annotations.Nullable;

/**
 * Weighs whether an order that people give together is more than a coin would give, one judge after the other, so that one
 * may ask a further judge as long as it is open and stop when it is not.
 *
 * <p>Of a pair, k judges have the order of the consensus and l the reverse; those who tie it, or leave one out, say nothing.
 * Against "each judge is as likely to give the one order as the other" stands the likelihood ratio averaged evenly over all
 * chances p, as {@link dev.lichen.datasets.statistics.EvidenceProcess} has it of one side:
 *
 * <pre>{@code E = ∫ p^k (1−p)^l dp / ½^(k+l) = 2^(k+l) B(k+1, l+1)}</pre>
 *
 * <p>For such a pair E is a martingale, so that by Ville's inequality (1939) the chance that it ever reaches 1/α is at most α,
 * whoever decides when to stop. The order is decided as soon as E is 1/α for every pair in neighbouring tiers; what stands in
 * one tier is not said to be equal.
 */
public final class OrderEvidence {

    /** The usual chance α with which a pair that people are divided on evenly is ever taken as decided. */
    public static final double FALSE_DECISIONS = 0.1;

    private OrderEvidence() {}

    /** Returns the natural logarithm of E of a pair that k judges have as the consensus, and l the other way round. */
    public static double ofPair(long agreeing, long opposing) {
        return (agreeing + opposing) * Math.log(2) + Beta.logBeta(agreeing + 1.0, opposing + 1.0);
    }

    /**
     * Returns the weakest evidence for any pair in neighbouring tiers, as a natural logarithm; 0, which is none, where the
     * majority has a pair the other way round, or there is one tier only.
     *
     * @param consensus the tier of each answer; null if nobody ranked it
     * @param judges the same of each judge
     */
    public static double ofOrder(List<@Nullable Integer> consensus, List<List<@Nullable Integer>> judges) {
        return IntStream.range(0, consensus.size())
                .boxed()
                .flatMap(upper -> IntStream.range(0, consensus.size())
                        .filter(lower -> areNeighbours(consensus.get(upper), consensus.get(lower)))
                        .mapToObj(lower -> ofPair(judges, upper, lower)))
                .min(Double::compare)
                .orElse(0.0);
    }

    /** Returns whether evidence is strong enough for a decision. */
    public static boolean decides(double logEvidence) {
        return logEvidence >= -Math.log(FALSE_DECISIONS);
    }

    private static boolean areNeighbours(@Nullable Integer upper, @Nullable Integer lower) {
        return upper != null && lower != null && lower - upper == 1;
    }

    private static double ofPair(List<List<@Nullable Integer>> judges, int upper, int lower) {
        long agreeing = count(judges, upper, lower);
        long opposing = count(judges, lower, upper);
        return agreeing > opposing ? ofPair(agreeing, opposing) : 0;
    }

    private static long count(List<List<@Nullable Integer>> judges, int better, int worse) {
        return judges.stream()
                .filter(tiers -> {
                    Integer above = tiers.get(better);
                    Integer below = tiers.get(worse);
                    return above != null && below != null && above < below;
                })
                .count();
    }
}
