package dev.lichen.annotation.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lichen.annotation.queue.Verdict;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says for each pair of answers which share of the annotators preferred the first: p = (wins + ½ ties) / n, where n
 * counts those who ranked both.
 */
final class SoftLabels {

    private SoftLabels() {}

    /**
     * Returns the labels of an item, for pairs that somebody ranked.
     *
     * @param verdicts of each annotator who ranked
     */
    static ArrayNode of(List<Verdict> verdicts) {
        ArrayNode labels = JsonNodeFactory.instance.arrayNode();
        int answers = verdicts.stream()
                .mapToInt(verdict -> verdict.tiers().size())
                .max()
                .orElse(0);
        for (int first = 0; first < answers; first++) {
            for (int second = first + 1; second < answers; second++) {
                add(labels, verdicts, first, second);
            }
        }
        return labels;
    }

    private static void add(ArrayNode labels, List<Verdict> verdicts, int first, int second) {
        List<Double> votes = verdicts.stream()
                .map(verdict -> vote(verdict.tiers().get(first), verdict.tiers().get(second)))
                .filter(Objects::nonNull)
                .toList();
        if (!votes.isEmpty()) {
            double preferred = votes.stream().mapToDouble(Double::doubleValue).sum() / votes.size();
            labels.addObject()
                    .put("first", first)
                    .put("second", second)
                    .put("p_first", preferred)
                    .put("n", votes.size());
        }
    }

    private static @Nullable Double vote(@Nullable Integer first, @Nullable Integer second) {
        return first == null || second == null ? null : (1 - Integer.signum(first.compareTo(second))) / 2.0;
    }
}
