package dev.lichen.datasets.inspection;

import dev.lichen.datasets.statistics.Quantiles;
import dev.lichen.datasets.statistics.Summary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Collects lengths, four bytes each. */
final class LengthCounter {

    private static final double DRAWN = 0.99;
    private static final int BINS = 40;

    private final IntStream.Builder lengths = IntStream.builder();

    void add(int length) {
        lengths.add(length);
    }

    /** Returns what was collected, or null if nothing was. */
    @Nullable
    LengthSummary result() {
        int[] values = lengths.build().toArray();
        if (values.length == 0) {
            return null;
        }
        double[] numbers = Arrays.stream(values).asDoubleStream().toArray();
        int last = (int) Math.ceil(Quantiles.interpolated(numbers, DRAWN));
        int width = last / BINS + 1;
        List<Long> counts = new ArrayList<>(Collections.nCopies(last / width + 1, 0L));
        long beyond = 0;
        for (int value : values) {
            if (value > last) {
                beyond++;
            } else {
                counts.set(value / width, counts.get(value / width) + 1);
            }
        }
        return new LengthSummary(Summary.of(numbers), new LengthSummary.Bins(width, counts, beyond));
    }
}
