package dev.lichen.lm.generation;

import dev.lichen.lm.tokenizer.TokenSequence;
import dev.lichen.lm.transformer.CausalLanguageModel;
import dev.lichen.lm.transformer.SequenceTooLongException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Continues prompts, many at a time, with a cache of keys and values.
 *
 * <p>Finished sequences leave the batch; the result of a prompt depends on its seed and not on its neighbours.
 */
public final class Generator {
    /** Tokens drawn in one native call when nobody listens. */
    private static final int STRIDE = 8;

    private final CausalLanguageModel model;
    private final int sequencesAtOnce;

    /** Generates with a model, up to 64 sequences at once. */
    public Generator(CausalLanguageModel model) {
        this(model, 64);
    }

    /**
     * Generates with a model.
     *
     * @param sequencesAtOnce how many sequences the cache holds, at least 1
     */
    public Generator(CausalLanguageModel model, int sequencesAtOnce) {
        this.model = model;
        this.sequencesAtOnce = sequencesAtOnce;
    }

    /**
     * Continues each prompt.
     *
     * @param prompts none of them empty
     * @param stopTokens a sequence ends with the first of these; may be empty
     * @param seeds one a prompt; same seed, same tokens
     * @throws SequenceTooLongException when a prompt leaves no room in the context for one new token
     */
    public List<Generation> generate(
            List<TokenSequence> prompts, SamplingConfig sampling, Set<Integer> stopTokens, List<Long> seeds) {
        return generate(prompts, sampling, stopTokens, seeds, STRIDE, GenerationListener.NONE);
    }

    /** Continues one prompt and tells each token as it comes. */
    public Generation stream(
            TokenSequence prompt,
            SamplingConfig sampling,
            Set<Integer> stopTokens,
            long seed,
            GenerationListener listener) {
        return generate(List.of(prompt), sampling, stopTokens, List.of(seed), 1, listener)
                .get(0);
    }

    private List<Generation> generate(
            List<TokenSequence> prompts,
            SamplingConfig sampling,
            Set<Integer> stopTokens,
            List<Long> seeds,
            int stride,
            GenerationListener listener) {
        if (prompts.size() != seeds.size()) {
            throw new IllegalArgumentException(
                    "expected one seed a prompt: " + prompts.size() + ", found " + seeds.size());
        }
        List<Strand> strands = new ArrayList<>();
        for (int i = 0; i < prompts.size(); i++) {
            int limit = room(prompts.get(i), sampling);
            strands.add(new Strand(i, prompts.get(i), seeds.get(i), limit, stopTokens));
        }
        for (int from = 0; from < strands.size(); from += sequencesAtOnce) {
            List<Strand> group = strands.subList(from, Math.min(from + sequencesAtOnce, strands.size()));
            try (DecodingBatch batch = new DecodingBatch(model.transformer(), group, sampling, stopTokens)) {
                batch.run(stride, listener);
            }
        }
        return strands.stream().map(Strand::generation).toList();
    }

    private int room(TokenSequence prompt, SamplingConfig sampling) {
        int context = model.config().maximumLength();
        if (prompt.isEmpty()) {
            throw new IllegalArgumentException("a prompt must have at least one token");
        }
        if (prompt.size() >= context) {
            throw new SequenceTooLongException(prompt.size() + 1, context);
        }
        return Math.min(sampling.maximumNewTokens(), context - prompt.size());
    }
}
