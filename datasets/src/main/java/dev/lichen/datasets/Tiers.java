package dev.lichen.datasets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A weak order of answers: the tier of each, 1 the best, equal tiers tied, null not ranked.
 *
 * <p>Tiers are canonical: T tiers are numbered 1 to T without gaps, so two equal orders are equal objects.
 *
 * @param values the tier of each answer, in the answers' order
 */
public record Tiers(List<@Nullable Integer> values) {

    public Tiers {
        values = Collections.unmodifiableList(new ArrayList<>(values));
        List<@Nullable Integer> canonical = canonical(values);
        if (!values.equals(canonical)) {
            throw new InvalidRecordException(
                    "Bad tiers", values.toString(), "tiers 1 to T without gaps, as " + canonical);
        }
        if (values.stream().allMatch(Objects::isNull)) {
            throw new InvalidRecordException("Bad tiers", values.toString(), "at least one ranked answer");
        }
    }

    /** Returns the tiers given, which must be canonical; 0 stands for an answer that was not ranked. */
    public static Tiers of(int... tiers) {
        List<@Nullable Integer> values = new ArrayList<>();
        for (int tier : tiers) {
            values.add(tier == 0 ? null : tier);
        }
        return new Tiers(values);
    }

    /** Returns the order of a list of {@code answers} answers that runs from best to worst without ties: 1, 2, …, K. */
    public static Tiers bestToWorst(int answers) {
        return of(IntStream.rangeClosed(1, answers).toArray());
    }

    /** Returns the canonical tiers of ranks with gaps, smaller ranks better: 3, 7, 3 becomes 1, 2, 1. */
    public static Tiers ofRanks(List<@Nullable Integer> ranks) {
        return new Tiers(canonical(ranks));
    }

    /** Returns the tiers of answers with scores, higher scores better, equal scores tied. */
    public static Tiers ofScores(List<Double> scores) {
        List<Double> distinct = new ArrayList<>(new TreeSet<>(scores).descendingSet());
        List<@Nullable Integer> tiers = new ArrayList<>();
        scores.forEach(score -> tiers.add(distinct.indexOf(score) + 1));
        return new Tiers(tiers);
    }

    /** Returns K, the number of answers, ranked or not. */
    public int size() {
        return values.size();
    }

    /** Returns the tier of an answer, or nothing if it was not ranked. */
    public OptionalInt of(int answer) {
        Integer tier = values.get(answer);
        return tier == null ? OptionalInt.empty() : OptionalInt.of(tier);
    }

    /** Returns T, the number of tiers. */
    public int count() {
        return values.stream()
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }

    /** Returns how many answers were ranked. */
    public int ranked() {
        return (int) values.stream().filter(Objects::nonNull).count();
    }

    /** Returns whether some answer was left unranked. */
    public boolean isPartial() {
        return ranked() < size();
    }

    /** Returns whether two ranked answers share a tier. */
    public boolean hasTies() {
        return count() < ranked();
    }

    private static List<@Nullable Integer> canonical(Collection<@Nullable Integer> ranks) {
        List<Integer> distinct =
                ranks.stream().filter(Objects::nonNull).distinct().sorted().toList();
        List<@Nullable Integer> tiers = new ArrayList<>();
        for (Integer rank : ranks) {
            tiers.add(rank == null ? null : distinct.indexOf(rank) + 1);
        }
        return tiers;
    }
}
