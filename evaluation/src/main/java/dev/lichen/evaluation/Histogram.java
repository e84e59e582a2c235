package dev.lichen.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The shares of values in bins of equal width, of two policies beside one another.
 *
 * @param name what is counted, with its unit
 * @param first the lower edge of the first bin
 * @param width the width of a bin, above 0
 * @param groups the shares of each group, each summing to 1
 */
public record Histogram(String name, double first, double width, List<Group> groups) {

    public Histogram {
        if (!(width > 0)) {
            throw new IllegalArgumentException("width must be above 0, was " + width);
        }
        groups = List.copyOf(groups);
    }

    /**
     * One group's values.
     *
     * @param name whose values they are
     * @param shares of the values in each bin
     */
    public record Group(String name, List<Double> shares) {

        public Group {
            shares = List.copyOf(shares);
        }
    }

    /** Sorts each group's whole numbers, 0 or above, into at most {@code bins} bins that all groups share. */
    public static Histogram ofLengths(String name, List<String> groupNames, List<List<Integer>> lengths, int bins) {
        int largest = lengths.stream()
                .flatMap(List::stream)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        int width = largest / bins + 1;
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < lengths.size(); i++) {
            groups.add(new Group(groupNames.get(i), shares(lengths.get(i), width, largest / width + 1)));
        }
        return new Histogram(name, 0, width, groups);
    }

    private static List<Double> shares(List<Integer> values, int width, int bins) {
        List<Double> shares = new ArrayList<>(Collections.nCopies(bins, 0.0));
        values.forEach(value -> shares.set(value / width, shares.get(value / width) + 1));
        shares.replaceAll(count -> count / Math.max(1, values.size()));
        return shares;
    }
}
