package dev.lichen.training;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Maps metric names to numbers, in the order in which they were added, and never changes.
 *
 * <p>Names are the field's, in a hierarchy ({@code objective/kl}, {@code ppo/policy/clipfrac}); each stage keeps its
 * own as constants in one class. A name beginning with {@value #TIME} is a wall-clock measurement: everything else in a
 * run's metrics is the same, bit for bit, in a run that was interrupted and one that was not.
 */
public final class Metrics {

    /** What the name of every wall-clock measurement begins with. */
    public static final String TIME = "time/";

    private static final Metrics NONE = new Metrics(new LinkedHashMap<>());

    private final Map<String, Double> values;

    private Metrics(Map<String, Double> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /** Returns no metrics. */
    public static Metrics none() {
        return NONE;
    }

    /** Returns one metric. */
    public static Metrics of(String name, double value) {
        return NONE.with(name, value);
    }

    /**
     * Returns these metrics and one more, placed last.
     *
     * @throws IllegalArgumentException if the name is taken
     */
    public Metrics with(String name, double value) {
        return and(Map.of(name, value));
    }

    /**
     * Returns these metrics followed by others.
     *
     * @throws IllegalArgumentException if a name occurs in both: a metric computed twice hides one of the two
     */
    public Metrics and(Metrics others) {
        return and(others.values);
    }

    private Metrics and(Map<String, Double> others) {
        Map<String, Double> all = new LinkedHashMap<>(values);
        others.forEach((name, value) -> {
            if (all.putIfAbsent(name, value) != null) {
                throw new IllegalArgumentException("the metric " + name + " is there already");
            }
        });
        return new Metrics(all);
    }

    /** Returns the value of a metric, absent when there is none of this name. */
    public OptionalDouble find(String name) {
        Double value = values.get(name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /**
     * Returns the value of a metric.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public double value(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no metric " + name + " among " + names()));
    }

    /** Returns the names, in order. */
    public Set<String> names() {
        return values.keySet();
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Returns an unmodifiable view as a map, in order. */
    @JsonValue
    public Map<String, Double> toMap() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Metrics metrics && values.equals(metrics.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
