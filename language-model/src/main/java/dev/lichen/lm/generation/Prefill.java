package dev.lichen.lm.generation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lichen.lm.kernel.KernelArguments;
import dev.lichen.lm.tokenizer.TokenSequence;
import dev.lichen.lm.transformer.Transformer;
import java.util.List;

/** Reads prompts into the cache, several of them in one call. */
final class Prefill {
    private static final int TOKENS_AT_ONCE = 4096;

    private Prefill() {}

    static void run(
            Transformer transformer, NDManager scope, List<TokenSequence> prompts, int slots, List<NDArray> cache) {
        int from = 0;
        while (from < prompts.size()) {
            int to = from + 1;
            int tokens = prompts.get(from).size();
            while (to < prompts.size() && tokens + prompts.get(to).size() <= TOKENS_AT_ONCE) {
                tokens += prompts.get(to++).size();
            }
            readTogether(transformer, scope, prompts.subList(from, to), from, slots, cache);
            from = to;
        }
    }

    private static void readTogether(
            Transformer transformer,
            NDManager scope,
            List<TokenSequence> prompts,
            int first,
            int slots,
            List<NDArray> cache) {
        List<TokenSequence> heads = prompts.stream()
                .map(prompt -> prompt.slice(0, prompt.size() - 1))
                .toList();
        int tokens = heads.stream().mapToInt(TokenSequence::size).sum();
        if (tokens == 0) {
            return;
        }
        try (NDManager call = scope.newSubManager()) {
            KernelArguments arguments = transformer
                    .withAngles(new KernelArguments().tensor(call.create(rows(heads, first, slots, tokens))))
                    .list(transformer.unmarkedBatch(call, heads))
                    .list(transformer.weights())
                    .list(cache);
            transformer.kernel().infer(call, "prefill", arguments);
        }
    }

    private static long[] rows(List<TokenSequence> heads, int first, int slots, int tokens) {
        long[] rows = new long[tokens];
        int row = 0;
        for (int i = 0; i < heads.size(); i++) {
            for (int t = 0; t < heads.get(i).size(); t++) {
                rows[row++] = (long) (first + i) * slots + t;
            }
        }
        return rows;
    }
}
