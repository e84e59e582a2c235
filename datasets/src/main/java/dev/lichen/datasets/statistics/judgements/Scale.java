package dev.lichen.datasets.statistics.judgements;

import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;

/**
 * What the values of a criterion are: numbers, if all of them read as numbers, or words.
 *
 * @param numeric whether they are numbers
 * @param categories the distinct values, in their order
 */
record Scale(boolean numeric, List<String> categories) {

    Scale {
        categories = List.copyOf(categories);
    }

    static Scale of(Collection<String> values) {
        boolean numeric = values.stream().allMatch(value -> number(value).isPresent());
        if (!numeric) {
            return new Scale(false, List.copyOf(new TreeSet<>(values)));
        }
        return new Scale(
                true,
                values.stream()
                        .map(value -> number(value).orElse(0))
                        .distinct()
                        .sorted()
                        .map(Scale::name)
                        .toList());
    }

    /** Returns the category of a value: 4 and 4.0 are the same number. */
    String category(String value) {
        return numeric ? name(number(value)) : value;
    }

    /** Returns a value as a number. */
    double number(String value, double otherwise) {
        return number(value).orElse(otherwise);
    }

    private static String name(OptionalDouble number) {
        return name(number.orElse(0));
    }

    private static String name(double number) {
        return Double.toString(number + 0.0);
    }

    private static OptionalDouble number(String value) {
        try {
            double number = Double.parseDouble(value);
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
