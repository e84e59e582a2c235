package dev.lichen.lm.transformer;

import dev.lichen.lm.tokenizer.MaskedTokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Cuts a list of sequences into batches of a limited number of tokens, neighbours in length together. */
public final class MicroBatches {
    private MicroBatches() {}

    /**
     * Returns the indices of each batch; a sequence longer than the limit is a batch of its own.
     *
     * @param limit tokens a batch, at least 1
     */
    public static List<int[]> of(List<MaskedTokens> sequences, int limit) {
        List<Integer> order = IntStream.range(0, sequences.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> -sequences.get(i).size()))
                .toList();
        List<int[]> batches = new ArrayList<>();
        List<Integer> current = new ArrayList<>();
        int tokens = 0;
        for (int index : order) {
            int size = sequences.get(index).size();
            if (!current.isEmpty() && tokens + size > limit) {
                batches.add(toArray(current));
                current.clear();
                tokens = 0;
            }
            current.add(index);
            tokens += size;
        }
        if (!current.isEmpty()) {
            batches.add(toArray(current));
        }
        return batches;
    }

    private static int[] toArray(List<Integer> indices) {
        return indices.stream().mapToInt(Integer::intValue).toArray();
    }
}
