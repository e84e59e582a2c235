package dev.lichen.datasets.split;

import dev.lichen.datasets.Contents;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.RecordSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;

/** Says for each record of a source, by its number from 0, which part it belongs to. */
public final class RecordParts {

    private final List<Part> parts;

    private RecordParts(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * Divides by the hash of the prompt; records of one group go where the group's first goes.
     *
     * @param firstOfGroup the number of the first record of a record's group, its own if it is alone; the identity to
     *     divide by the prompt only
     */
    public static RecordParts ofPrompts(RecordSource records, Splitter splitter, IntUnaryOperator firstOfGroup) {
        List<Part> parts = new ArrayList<>();
        records.forEach(one -> {
            int first = firstOfGroup.applyAsInt(parts.size());
            parts.add(
                    first < parts.size()
                            ? parts.get(first)
                            : splitter.partOf(Contents.of(one).prompt()));
        });
        return new RecordParts(parts);
    }

    /**
     * Divides whole groups, such as all records of one annotator or of one task.
     *
     * <p>Groups are ordered by a hash of salt and name. The first groups, as few as reach the share of records, are for the
     * test, the next for validation; a part with a share above 0 gets at least one group, as long as one is left for training.
     *
     * @param group the name of a record's group
     */
    public static RecordParts ofGroups(RecordSource records, Splitter splitter, Function<JsonRecord, String> group) {
        List<String> groups = new ArrayList<>();
        Map<String, Integer> sizes = new HashMap<>();
        Map<String, String> names = new HashMap<>(); // one copy of each name
        records.forEach(one -> {
            String name = names.computeIfAbsent(group.apply(one), same -> same);
            groups.add(name);
            sizes.merge(name, 1, Integer::sum);
        });
        Map<String, Part> parts = assign(sizes, splitter, groups.size());
        return new RecordParts(groups.stream()
                .map(name -> parts.getOrDefault(name, Part.TRAIN))
                .toList());
    }

    /** Returns the part of a record. */
    public Part of(int number) {
        return parts.get(number);
    }

    private static Map<String, Part> assign(Map<String, Integer> sizes, Splitter splitter, int records) {
        List<String> order = sizes.keySet().stream()
                .sorted(Comparator.comparingDouble(splitter::position).thenComparing(Comparator.naturalOrder()))
                .toList();
        Map<String, Part> parts = new HashMap<>();
        int next = take(order, 0, Part.TEST, splitter.testFraction() * records, sizes, parts);
        take(order, next, Part.VALIDATION, splitter.validationFraction() * records, sizes, parts);
        return parts;
    }

    /** Gives groups to a part until it has enough records, and returns the first group that is left. */
    private static int take(
            List<String> order,
            int from,
            Part part,
            double wanted,
            Map<String, Integer> sizes,
            Map<String, Part> parts) {
        int next = from;
        int taken = 0;
        while (taken < wanted && next < order.size() - 1) {
            String name = order.get(next);
            parts.put(name, part);
            taken += sizes.getOrDefault(name, 0);
            next++;
        }
        return next;
    }
}
