package dev.lichen.datasets.statistics.annotators;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Labels summed up: items on which the same annotators said the same are one pattern with a weight.
 *
 * <p>Few annotators make few patterns, whatever the number of items, and a resample is a change of weights.
 */
final class LabelPatterns {

    private final List<String> annotators;
    private final List<String> categories;
    private final List<int[]> patterns = new ArrayList<>();
    private final List<int[]> clusters = new ArrayList<>();
    private final Map<String, Map<String, Integer>> patternOfItem = new LinkedHashMap<>();

    LabelPatterns(Collection<Label> labels) {
        annotators = sorted(labels.stream().map(Label::annotator).toList());
        categories = sorted(labels.stream().map(Label::category).toList());
        Map<String, Integer> annotatorIndex = index(annotators);
        Map<String, Integer> categoryIndex = index(categories);
        Map<String, Map<String, List<int[]>>> items = new LinkedHashMap<>();
        for (Label label : labels) {
            items.computeIfAbsent(label.cluster(), c -> new LinkedHashMap<>())
                    .computeIfAbsent(label.item(), i -> new ArrayList<>())
                    .add(new int[] {
                        annotatorIndex.getOrDefault(label.annotator(), 0),
                        categoryIndex.getOrDefault(label.category(), 0)
                    });
        }
        sumUp(items);
    }

    private void sumUp(Map<String, Map<String, List<int[]>>> items) {
        Map<List<Integer>, Integer> numbers = new LinkedHashMap<>();
        items.forEach((cluster, ofCluster) -> {
            Map<String, Integer> numberOfItem = new LinkedHashMap<>();
            ofCluster.forEach((item, given) -> {
                List<Integer> key = key(given);
                int number = numbers.computeIfAbsent(key, k -> {
                    patterns.add(k.stream().mapToInt(Integer::intValue).toArray());
                    return patterns.size() - 1;
                });
                numberOfItem.put(item, number);
            });
            patternOfItem.put(cluster, numberOfItem);
            clusters.add(
                    numberOfItem.values().stream().mapToInt(Integer::intValue).toArray());
        });
    }

    /** Returns annotator, category, annotator, category, and so on, sorted. */
    private static List<Integer> key(List<int[]> given) {
        given.sort(Comparator.<int[]>comparingInt(pair -> pair[0]).thenComparingInt(pair -> pair[1]));
        return given.stream().flatMapToInt(Arrays::stream).boxed().toList();
    }

    private static List<String> sorted(Collection<String> names) {
        return names.stream().distinct().sorted().toList();
    }

    private static Map<String, Integer> index(List<String> names) {
        Map<String, Integer> index = new LinkedHashMap<>();
        names.forEach(name -> index.put(name, index.size()));
        return index;
    }

    List<String> annotators() {
        return annotators;
    }

    List<String> categories() {
        return categories;
    }

    /** Returns how many distinct patterns there are. */
    int size() {
        return patterns.size();
    }

    int clusterCount() {
        return clusters.size();
    }

    /** Returns how many labels a pattern has. */
    int labels(int pattern) {
        return patterns.get(pattern).length / 2;
    }

    /** Returns how many labels of a pattern an annotator gave. */
    int labels(int pattern, int annotator) {
        int[] cells = patterns.get(pattern);
        int count = 0;
        for (int i = 0; i < cells.length; i += 2) {
            count += cells[i] == annotator ? 1 : 0;
        }
        return count;
    }

    /** Returns who gave the labels of a pattern. */
    int[] annotatorsOf(int pattern) {
        return IntStream.range(0, labels(pattern))
                .map(label -> annotator(pattern, label))
                .distinct()
                .toArray();
    }

    int annotator(int pattern, int label) {
        return patterns.get(pattern)[2 * label];
    }

    int category(int pattern, int label) {
        return patterns.get(pattern)[2 * label + 1];
    }

    /** Returns the pattern of each item of a cluster. */
    int[] cluster(int number) {
        return clusters.get(number);
    }

    /** Returns the pattern of each item, by cluster and name. */
    Map<String, Map<String, Integer>> patternOfItem() {
        return patternOfItem;
    }

    /** Returns how often each pattern occurs in the clusters drawn. */
    double[] weights(int[] drawn) {
        double[] weights = new double[patterns.size()];
        for (int number : drawn) {
            for (int pattern : clusters.get(number)) {
                weights[pattern]++;
            }
        }
        return weights;
    }

    /** Returns the annotators that common items connect, directly or through others, as one group each. */
    List<List<String>> groups() {
        int[] group = IntStream.range(0, annotators.size()).toArray();
        for (int[] pattern : patterns) {
            for (int i = 2; i < pattern.length; i += 2) {
                int from = root(group, pattern[i]);
                group[from] = root(group, pattern[0]);
            }
        }
        Map<Integer, List<String>> groups = new LinkedHashMap<>();
        for (int a = 0; a < group.length; a++) {
            groups.computeIfAbsent(root(group, a), r -> new ArrayList<>()).add(annotators.get(a));
        }
        return List.copyOf(groups.values());
    }

    private static int root(int[] group, int member) {
        int root = member;
        while (group[root] != root) {
            root = group[root];
        }
        group[member] = root;
        return root;
    }
}
