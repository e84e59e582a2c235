package dev.lichen.datasets.mixing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Divides a whole number by weights into whole numbers that add up to it (largest remainders, Hamilton's method). */
final class Apportionment {

    private Apportionment() {}

    /** Returns a share for each weight; of equal remainders the earlier weight's is rounded up. */
    static List<Long> of(long total, List<Double> weights) {
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        List<Long> shares = new ArrayList<>();
        weights.forEach(weight -> shares.add((long) Math.floor(total * weight / sum)));
        long left = total - shares.stream().mapToLong(Long::longValue).sum();
        IntStream.range(0, weights.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> shares.get(i) - total * weights.get(i) / sum))
                .limit(left)
                .forEach(i -> shares.set(i, shares.get(i) + 1));
        return shares;
    }
}
