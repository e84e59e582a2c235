package dev.lichen.cli.bench;

import ai.djl.ndarray.NDManager;
import dev.lichen.cli.machine.Machine;
import dev.lichen.lm.architecture.TransformerConfig;
import dev.lichen.lm.generation.Generator;
import dev.lichen.lm.generation.SamplingConfig;
import dev.lichen.lm.tokenizer.MaskedTokens;
import dev.lichen.lm.tokenizer.TokenSequence;
import dev.lichen.lm.transformer.CausalLanguageModel;
import dev.lichen.lm.transformer.Compute;
import dev.lichen.training.AdamW;
import dev.lichen.training.AdamWConfig;
import dev.lichen.training.RandomStreams;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/** Runs the workloads one after the other on one model and hands each figure on as soon as it is known. */
public final class Bench {
    private static final int TRAINED_SEQUENCES = 8;
    private static final int TRAINED_TOKENS = 256;
    private static final int PROMPT_TOKENS = 64;
    private static final int NEW_TOKENS = 64;
    private static final int[] DECODED_SEQUENCES = {1, 8, 32};

    private final Path model;
    private final Compute compute;
    private final Stopwatch stopwatch;
    private final Consumer<Figure> figures;

    /**
     * Prepares a measurement.
     *
     * @param model folder of a language model
     * @param compute device and number format
     * @param stopwatch times the runs
     * @param figures hears each figure
     */
    public Bench(Path model, Compute compute, Stopwatch stopwatch, Consumer<Figure> figures) {
        this.model = model;
        this.compute = compute;
        this.stopwatch = stopwatch;
        this.figures = figures;
    }

    /**
     * Measures the machine's own rate, these workloads, and the peak of memory that they needed together; all of them take
     * minutes for a model of a hundred million weights.
     */
    public void run(Set<Workload> workloads) {
        try (NDManager scope = NDManager.newBaseManager(compute.device(), "PyTorch")) {
            figures.accept(MachineRate.measure(compute, scope, stopwatch));
        }
        if (workloads.stream().anyMatch(workload -> workload != Workload.PPO)) {
            onTheModelAlone(workloads);
        }
        if (workloads.contains(Workload.PPO)) {
            figures.accept(ppo());
        }
        Machine.peakMemory().ifPresent(bytes -> figures.accept(Figure.of("peak memory", bytes / 1e9, "GB", 1)));
    }

    private void onTheModelAlone(Set<Workload> workloads) {
        try (CausalLanguageModel trained = CausalLanguageModel.load(model, compute)) {
            if (workloads.contains(Workload.TRAINING)) {
                figures.accept(training(trained));
            }
            if (workloads.contains(Workload.SCORING)) {
                figures.accept(scoring(trained));
            }
            if (workloads.contains(Workload.DECODING)) {
                for (int sequences : DECODED_SEQUENCES) {
                    figures.accept(decoding(trained, sequences));
                }
            }
        }
    }

    private Figure ppo() {
        return ScratchFolder.with(scratch -> new PpoWorkload(model, compute, scratch).measure(stopwatch.runs()));
    }

    private Figure training(CausalLanguageModel trained) {
        List<MaskedTokens> batch = sequences(trained.config(), TRAINED_SEQUENCES, TRAINED_TOKENS);
        float[] gradient = new float[TRAINED_SEQUENCES * (TRAINED_TOKENS - 1)];
        Arrays.fill(gradient, -1f / gradient.length);
        try (AdamW optimizer = new AdamW(AdamWConfig.defaults(), trained.parameters())) {
            double seconds = stopwatch.seconds(() -> {
                trained.accumulate(batch, gradient);
                optimizer.step(1e-6);
            });
            return rate("fine-tuning, 8 x 256 tokens", batch.size() * TRAINED_TOKENS, seconds, trained, 6);
        }
    }

    private Figure scoring(CausalLanguageModel trained) {
        List<MaskedTokens> batch = sequences(trained.config(), TRAINED_SEQUENCES, TRAINED_TOKENS);
        double seconds = stopwatch.seconds(() -> trained.score(batch, 1));
        return rate("log-probabilities, 8 x 256 tokens", batch.size() * TRAINED_TOKENS, seconds, trained, 2);
    }

    private Figure decoding(CausalLanguageModel trained, int sequences) {
        List<TokenSequence> prompts = sequences(trained.config(), sequences, PROMPT_TOKENS).stream()
                .map(MaskedTokens::tokens)
                .toList();
        List<Long> seeds = LongStream.range(0, sequences).boxed().toList();
        Generator generator = new Generator(trained);
        SamplingConfig sampling = SamplingConfig.ancestral(NEW_TOKENS);
        double seconds = stopwatch.seconds(() -> generator.generate(prompts, sampling, Set.of(), seeds));
        String name = "decoding %d x (64 + 64) tokens".formatted(sequences);
        return Figure.of(name, sequences * NEW_TOKENS / seconds, "tokens/s", stopwatch.runs());
    }

    private Figure rate(String name, int tokens, double seconds, CausalLanguageModel trained, int factor) {
        double operations = (double) factor * trained.parameters().size() * tokens;
        return new Figure(name, tokens / seconds, "tokens/s", operations / seconds / 1e9, stopwatch.runs());
    }

    /** Random tokens, the same in every run. */
    static List<MaskedTokens> sequences(TransformerConfig config, int count, int length) {
        List<MaskedTokens> sequences = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            RandomGenerator random = new RandomStreams(1).stream("bench", length, i);
            int[] ids = random.ints(length, 0, config.vocabularySize()).toArray();
            sequences.add(MaskedTokens.from(TokenSequence.of(ids), 1));
        }
        return sequences;
    }
}
