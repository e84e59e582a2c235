package dev.lichen.datasets.statistics.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What observers said of units: for each unit the values that it was given, in no order.
 *
 * <p>Values that are missing are left out, so units may have different numbers of values. Who gave which value does not
 * matter.
 */
public final class ReliabilityData {

    private final double[][] units;

    private ReliabilityData(double[][] units) {
        this.units = units;
        if (Arrays.stream(units).flatMapToDouble(Arrays::stream).anyMatch(Double::isInfinite)) {
            throw new IllegalArgumentException("values must be finite");
        }
    }

    /**
     * Returns data as it is printed in books: observers × units.
     *
     * @param values a row an observer, a column a unit, NaN where the observer gave no value
     */
    public static ReliabilityData ofObservers(double[][] values) {
        int units = values.length == 0 ? 0 : values[0].length;
        if (Arrays.stream(values).anyMatch(row -> row.length != units)) {
            throw new IllegalArgumentException("every observer needs " + units + " values, NaN for those missing");
        }
        return new ReliabilityData(IntStream.range(0, units)
                .mapToObj(unit -> present(Arrays.stream(values).mapToDouble(row -> row[unit])))
                .toArray(double[][]::new));
    }

    /** Returns the values of each unit. */
    public static ReliabilityData ofUnits(Collection<? extends Collection<? extends Number>> units) {
        return new ReliabilityData(units.stream()
                .map(unit -> present(unit.stream().mapToDouble(Number::doubleValue)))
                .toArray(double[][]::new));
    }

    /** Returns data of words instead of numbers, for {@link Metric#NOMINAL}; words get numbers in alphabetical order. */
    public static ReliabilityData ofLabels(Collection<? extends Collection<String>> units) {
        Map<String, Integer> codes = new TreeMap<>();
        new TreeSet<>(units.stream().flatMap(Collection::stream).toList())
                .forEach(label -> codes.put(label, codes.size()));
        List<List<Integer>> coded = new ArrayList<>();
        units.forEach(unit -> coded.add(
                unit.stream().map(label -> codes.getOrDefault(label, 0)).toList()));
        return ofUnits(coded);
    }

    /** Drops NaN, and makes −0 the same value as 0. */
    private static double[] present(DoubleStream values) {
        return values.filter(value -> !Double.isNaN(value))
                .map(value -> value + 0.0)
                .toArray();
    }

    /** Returns the number of units, those with fewer than two values among them. */
    public int units() {
        return units.length;
    }

    /** Returns how many values belong to units with at least two. */
    public long pairableValues() {
        return Arrays.stream(units)
                .filter(unit -> unit.length > 1)
                .mapToLong(unit -> unit.length)
                .sum();
    }

    /** Returns the distinct values of units with at least two, ascending. */
    double[] distinctPairable() {
        return Arrays.stream(units)
                .filter(unit -> unit.length > 1)
                .flatMapToDouble(Arrays::stream)
                .sorted()
                .distinct()
                .toArray();
    }

    /** Returns the values of a unit. */
    double[] unit(int number) {
        return units[number];
    }
}
