package dev.lichen.datasets.mixing;

import dev.lichen.datasets.files.RecordWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Mixes records of several sources by weight, exactly and reproducibly.
 *
 * <p>Each source gives its share of the total to the record. Without repetition the records of a source are a simple random
 * sample, drawn in one reading (Knuth, <em>The Art of Computer Programming</em> 2, algorithm 3.4.2 S); with repetition every record is
 * taken ⌊m / n⌋ times, a whole reading of the source each time, and a random sample of them once more. Within a source
 * the file's order stays; between sources the order is random, every interleaving being equally likely. Sources are drawn into
 * temporary files beside the target, so memory does not grow.
 */
public final class Mixer {

    private final List<MixtureSource> sources;
    private final boolean repeating;
    private final SplittableRandom random;

    private Mixer(List<MixtureSource> sources, boolean repeating, long seed) {
        this.sources = List.copyOf(sources);
        this.repeating = repeating;
        this.random = new SplittableRandom(seed);
    }

    /**
     * Mixes and writes.
     *
     * @param total how many records the mixture has; 0 for as many as the weights allow without repetition
     * @param repeating whether a source may give a record more than once
     * @throws MixtureException if a source has too few records and may not repeat them
     */
    public static MixtureReport mix(
            List<MixtureSource> sources, long total, boolean repeating, long seed, Path target) {
        return new Mixer(sources, repeating, seed).mix(total, target);
    }

    private MixtureReport mix(long total, Path target) {
        List<Long> available = sources.stream().map(Mixer::count).toList();
        List<Double> weights = sources.stream().map(MixtureSource::weight).toList();
        List<Long> shares = Apportionment.of(total == 0 ? largest(available, weights) : total, weights);
        List<MixtureReport.Part> parts = new ArrayList<>();
        try (Spools spools = new Spools(target)) {
            for (int i = 0; i < sources.size(); i++) {
                parts.add(part(sources.get(i), available.get(i), shares.get(i)));
                draw(parts.get(i), sources.get(i), spools.add());
            }
            spools.open();
            interleave(spools, shares, target);
        }
        return new MixtureReport(shares.stream().mapToLong(Long::longValue).sum(), parts);
    }

    private MixtureReport.Part part(MixtureSource source, long available, long share) {
        if (share > available && (!repeating || available == 0)) {
            throw new MixtureException(source.name(), available, share);
        }
        return new MixtureReport.Part(source.name(), available, share, Math.ceilDiv(share, Math.max(1, available)));
    }

    private void draw(MixtureReport.Part part, MixtureSource source, Path spool) {
        try (RecordWriter writer = RecordWriter.open(spool)) {
            for (long left = part.taken(); left > 0; left -= part.available()) {
                sample(source, part.available(), Math.min(left, part.available()), writer);
            }
            writer.commit();
        }
    }

    /** Takes each record with probability (still wanted) / (still to come). */
    private void sample(MixtureSource source, long available, long wanted, RecordWriter writer) {
        AtomicLong seen = new AtomicLong();
        AtomicLong taken = new AtomicLong();
        source.records().forEach(one -> {
            long coming = available - seen.getAndIncrement();
            if (random.nextLong(Math.max(1, coming)) < wanted - taken.get()) {
                taken.incrementAndGet();
                writer.write(Sourced.of(one, source.name()));
            }
        });
    }

    private void interleave(Spools spools, List<Long> shares, Path target) {
        List<Long> left = new ArrayList<>(shares);
        long sum = left.stream().mapToLong(Long::longValue).sum();
        try (RecordWriter writer = RecordWriter.open(target)) {
            for (; sum > 0; sum--) {
                int chosen = choose(left, random.nextLong(sum));
                left.set(chosen, left.get(chosen) - 1);
                writer.write(spools.next(chosen));
            }
            writer.commit();
        }
    }

    private static int choose(List<Long> left, long point) {
        long passed = 0;
        for (int i = 0; i < left.size(); i++) {
            passed += left.get(i);
            if (point < passed) {
                return i;
            }
        }
        throw new IllegalArgumentException(point + " is beyond " + left);
    }

    private static long count(MixtureSource source) {
        AtomicLong count = new AtomicLong();
        source.records().forEach(one -> count.incrementAndGet());
        return count.get();
    }

    /** Returns the largest total of which no source must repeat a record. */
    private static long largest(List<Long> available, List<Double> weights) {
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < weights.size(); i++) {
            least = Math.min(least, available.get(i) * sum / weights.get(i));
        }
        return (long) Math.floor(least);
    }
}
