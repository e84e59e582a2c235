package dev.lichen.datasets.statistics.preference;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The fitted strengths of items, up to the common factor that no comparison can show.
 *
 * @param items their names
 * @param logStrengths log p_i, with mean 0, so that the geometric mean of p is 1
 */
public record Strengths(List<String> items, List<Double> logStrengths) {

    private static final double ELO_SCALE = 400 / Math.log(10);

    public Strengths {
        items = List.copyOf(items);
        double mean =
                logStrengths.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        logStrengths = logStrengths.stream().map(value -> value - mean).toList();
        if (items.size() != logStrengths.size()) {
            throw new IllegalArgumentException(items.size() + " items have " + logStrengths.size() + " strengths");
        }
    }

    /** Returns p_i, geometric mean 1. */
    public double strength(String item) {
        return Math.exp(logStrengths.get(index(item)));
    }

    /** Returns p_i as a share of the sum of all. */
    public double share(String item) {
        double sum = logStrengths.stream().mapToDouble(Math::exp).sum();
        return strength(item) / sum;
    }

    /** Returns λ = log p_i − log p_reference. */
    public double relativeTo(String reference, String item) {
        return logStrengths.get(index(item)) - logStrengths.get(index(reference));
    }

    /** Returns the difference on the Elo scale: 400 log₁₀(p_i/p_reference). */
    public double eloRelativeTo(String reference, String item) {
        return ELO_SCALE * relativeTo(reference, item);
    }

    /** Returns P(i ≻ j) = p_i/(p_i + p_j), ties aside. */
    public double winProbability(String item, String other) {
        return 1 / (1 + Math.exp(relativeTo(item, other)));
    }

    /** Returns the items, strongest first. */
    public List<String> ranking() {
        return IntStream.range(0, items.size())
                .boxed()
                .sorted((i, j) -> Double.compare(logStrengths.get(j), logStrengths.get(i)))
                .map(items::get)
                .collect(Collectors.toList());
    }

    int index(String item) {
        int index = items.indexOf(item);
        if (index < 0) {
            throw new IllegalArgumentException("no item " + item + " among " + items);
        }
        return index;
    }
}
