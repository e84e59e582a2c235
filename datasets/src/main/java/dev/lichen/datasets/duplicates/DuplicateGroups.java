package dev.lichen.datasets.duplicates;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Groups records that pairs connect, directly or through others (disjoint sets with path halving). */
public final class DuplicateGroups {

    private final Map<Integer, Integer> parents = new HashMap<>();

    private DuplicateGroups() {}

    /** Returns the groups that pairs make. */
    public static DuplicateGroups of(Collection<SimilarPair> pairs) {
        DuplicateGroups groups = new DuplicateGroups();
        pairs.forEach(pair -> groups.join(pair.earlier(), pair.later()));
        return groups;
    }

    /** Returns the smallest number of a record's group, its own if it is alone. */
    public int first(int number) {
        int current = number;
        int parent = parents.getOrDefault(current, current);
        while (parent != current) {
            int grandparent = parents.getOrDefault(parent, parent);
            parents.put(current, grandparent);
            current = grandparent;
            parent = parents.getOrDefault(current, current);
        }
        return current;
    }

    /** Returns how many groups there are of two or more. */
    public int count() {
        return (int) parents.keySet().stream().map(this::first).distinct().count();
    }

    private void join(int one, int other) {
        int first = first(one);
        int second = first(other);
        parents.put(Math.max(first, second), Math.min(first, second));
    }
}
