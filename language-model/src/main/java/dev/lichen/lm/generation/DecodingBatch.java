package dev.lichen.lm.generation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lichen.lm.kernel.KernelArguments;
import dev.lichen.lm.tokenizer.TokenSequence;
import dev.lichen.lm.transformer.Transformer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Holds the strands that are generated together, and their cache. */
final class DecodingBatch implements AutoCloseable {
    /** The cache is rebuilt without the finished strands once they are this share of it. */
    private static final double WORTH_RETIRING = 0.25;

    private final Transformer transformer;
    private final SamplingConfig sampling;
    private final NDManager scope;
    private final List<Strand> strands;
    private final int slots;
    private final NDArray stops;
    private List<Strand> active;
    private NDManager cacheScope;
    private NDList cache;

    DecodingBatch(Transformer transformer, List<Strand> strands, SamplingConfig sampling, Set<Integer> stopTokens) {
        this.transformer = transformer;
        this.sampling = sampling;
        this.strands = strands;
        this.scope = transformer.newScope();
        this.active = List.copyOf(strands);
        int longest = strands.stream().mapToInt(s -> s.prompt().size()).max().orElse(0);
        this.slots = Math.min(
                longest + sampling.maximumNewTokens(), transformer.config().maximumLength());
        this.stops = scope.create(
                stopTokens.isEmpty()
                        ? new long[] {-1}
                        : stopTokens.stream()
                                .mapToLong(Integer::longValue)
                                .sorted()
                                .toArray());
        this.cacheScope = scope.newSubManager();
        this.cache = newCache();
    }

    private NDList newCache() {
        KernelArguments arguments = new KernelArguments()
                .tensor(scope.create((long) active.size() * slots))
                .list(transformer.weights());
        return transformer.kernel().infer(cacheScope, "new_cache", arguments);
    }

    void run(int stride, GenerationListener listener) {
        prefill();
        while (!active.isEmpty()) {
            decode(stride, listener);
            retire();
        }
    }

    /** Reads every prompt but its last token, which the first step of decoding reads. */
    private void prefill() {
        Prefill.run(transformer, scope, strands.stream().map(Strand::prompt).toList(), slots, cache);
    }

    private void decode(int stride, GenerationListener listener) {
        int steps = Math.min(stride, longestRemaining());
        try (NDManager call = scope.newSubManager()) {
            NDList drawn = transformer.kernel().infer(call, "decode", arguments(call, steps));
            long[] tokens = drawn.get(0).toLongArray();
            float[] scores = drawn.get(1).toFloatArray();
            for (int i = 0; i < active.size(); i++) {
                TokenSequence taken = active.get(i).take(tokens, scores, i * steps, (i + 1) * steps);
                if (!taken.isEmpty()) {
                    listener.onTokens(active.get(i).index(), taken);
                }
            }
        }
    }

    private int longestRemaining() {
        return active.stream().mapToInt(Strand::remaining).max().orElse(0);
    }

    private KernelArguments arguments(NDManager call, int steps) {
        int longest = active.stream().mapToInt(Strand::position).max().orElse(0);
        double[] numbers = {sampling.temperature(), sampling.topK(), sampling.topP(), longest};
        return transformer
                .withAngles(new KernelArguments().tensor(call.create(numbers)).tensor(uniforms(call, steps)))
                .list(List.of(
                        call.create(active.stream().mapToLong(Strand::lastToken).toArray()),
                        call.create(active.stream().mapToLong(Strand::position).toArray()),
                        call.create(done()),
                        stops))
                .list(transformer.weights())
                .list(transformer.packedWeights())
                .list(cache);
    }

    private NDArray uniforms(NDManager call, int steps) {
        float[] numbers = new float[active.size() * steps];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = active.get(i / steps).draw();
        }
        return call.create(numbers, new Shape(active.size(), steps));
    }

    private boolean[] done() {
        boolean[] done = new boolean[active.size()];
        for (int i = 0; i < done.length; i++) {
            done[i] = active.get(i).isDone();
        }
        return done;
    }

    private void retire() {
        List<Integer> kept = IntStream.range(0, active.size())
                .filter(i -> !active.get(i).isDone())
                .boxed()
                .toList();
        if (kept.isEmpty()) {
            active = List.of();
        } else if (kept.size() <= active.size() * (1 - WORTH_RETIRING)) {
            keepOnly(kept);
        }
    }

    private void keepOnly(List<Integer> kept) {
        NDManager next = scope.newSubManager();
        KernelArguments arguments = new KernelArguments()
                .tensor(next.create(kept.stream().mapToLong(Integer::longValue).toArray()))
                .tensor(next.create((long) active.size()))
                .list(cache);
        cache = transformer.kernel().infer(next, "retain", arguments);
        cacheScope.close();
        cacheScope = next;
        List<Strand> remaining = new ArrayList<>();
        kept.forEach(i -> remaining.add(active.get(i)));
        active = remaining;
    }

    @Override
    public void close() {
        scope.close();
    }
}
