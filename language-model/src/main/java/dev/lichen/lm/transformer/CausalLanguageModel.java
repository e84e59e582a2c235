package dev.lichen.lm.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import com.google.errorprone.annotations.MustBeClosed;
import dev.lichen.lm.architecture.TransformerConfig;
import dev.lichen.lm.checkpoint.ModelFolder;
import dev.lichen.lm.checkpoint.TensorSource;
import dev.lichen.lm.kernel.KernelArguments;
import dev.lichen.lm.tokenizer.MaskedTokens;
import dev.lichen.lm.tokenizer.TokenSequence;
import java.nio.file.Path;
import java.util.List;

/**
 * Gives each token's probability from the tokens before it: log p(x) = Σ log p(x_t | x_&lt;t).
 *
 * <p>Losses are plain functions of log-probabilities elsewhere. Training therefore takes two steps: {@link #forward} gives
 * the log-probabilities, the loss gives its derivative with respect to each of them, and {@link LanguageModelPass#backward}
 * carries the derivatives to the weights. Where the derivatives are known before, {@link #accumulate} does both at once.
 * The vocabulary's product runs only for tokens that are scored.
 */
public final class CausalLanguageModel implements AutoCloseable {
    private static final int TOKENS_AT_ONCE = 4096;

    private final Transformer transformer;

    private CausalLanguageModel(Transformer transformer) {
        this.transformer = transformer;
    }

    /** Makes a model with random weights, the same for the same seed on every machine. */
    @MustBeClosed
    public static CausalLanguageModel initialise(TransformerConfig config, Compute compute, long seed) {
        return trainable(config, compute, new RandomWeights(config, seed));
    }

    /** Loads a model for training from tensors under Lichen's names. */
    @MustBeClosed
    public static CausalLanguageModel trainable(TransformerConfig config, Compute compute, TensorSource weights) {
        return new CausalLanguageModel(Transformer.trainable(config, compute, weights));
    }

    /** Loads a model that never changes from tensors under Lichen's names. */
    @MustBeClosed
    public static CausalLanguageModel frozen(TransformerConfig config, Compute compute, TensorSource weights) {
        return new CausalLanguageModel(Transformer.frozen(config, compute, weights));
    }

    /**
     * Loads a model folder for training.
     *
     * @throws dev.lichen.LichenException if the folder is no language model or is damaged
     */
    @MustBeClosed
    public static CausalLanguageModel load(Path folder, Compute compute) {
        ModelFolder model = ModelFolder.open(folder);
        compute.requireRoomFor(model, true);
        return trainable(model.config(), compute, model.weights());
    }

    /**
     * Loads a model folder for scoring and generation only.
     *
     * @throws dev.lichen.LichenException if the folder is no language model or is damaged
     */
    @MustBeClosed
    public static CausalLanguageModel loadFrozen(Path folder, Compute compute) {
        ModelFolder model = ModelFolder.open(folder);
        compute.requireRoomFor(model, false);
        return frozen(model.config(), compute, model.weights());
    }

    /** Returns the sizes. */
    public TransformerConfig config() {
        return transformer.config();
    }

    /** Returns the weights. */
    public ParameterSet parameters() {
        return transformer.parameters();
    }

    /** Returns the body, for generation. */
    public Transformer transformer() {
        return transformer;
    }

    /**
     * Scores the marked tokens of each sequence without gradients.
     *
     * @param temperature what the logits are divided by, above 0
     * @throws SequenceTooLongException when a sequence does not fit into the context
     */
    public TokenScores score(List<MaskedTokens> sequences, double temperature) {
        transformer.check(sequences);
        ScoreScatter scatter = new ScoreScatter(sequences);
        for (int[] batch : MicroBatches.of(sequences, TOKENS_AT_ONCE)) {
            scatter.put(batch, scoreAtOnce(scatter.select(batch), temperature));
        }
        return scatter.scores();
    }

    private TokenScores scoreAtOnce(List<MaskedTokens> sequences, double temperature) {
        PackedBatch batch = PackedBatch.predicting(sequences);
        if (batch.scored() == 0) {
            return new TokenScores(new float[0], new float[0]);
        }
        try (NDManager scope = transformer.newScope()) {
            KernelArguments arguments = transformer
                    .withAngles(new KernelArguments().tensor(scope.create((float) temperature)))
                    .list(batch.tensors(scope))
                    .list(transformer.weights());
            return read(transformer.kernel().infer(scope, "score", arguments));
        }
    }

    /** Says how well the marked tokens of all sequences are predicted, without gradients. */
    public PredictionSummary predict(List<MaskedTokens> sequences) {
        transformer.check(sequences);
        PredictionSummary summary = PredictionSummary.none();
        for (int[] batch : MicroBatches.of(sequences, TOKENS_AT_ONCE)) {
            summary = summary.plus(predictAtOnce(new ScoreScatter(sequences).select(batch)));
        }
        return summary;
    }

    private PredictionSummary predictAtOnce(List<MaskedTokens> sequences) {
        PackedBatch batch = PackedBatch.predicting(sequences);
        if (batch.scored() == 0) {
            return PredictionSummary.none();
        }
        try (NDManager scope = transformer.newScope()) {
            KernelArguments arguments = transformer
                    .withAngles(new KernelArguments().tensor(scope.create(1f)))
                    .list(batch.tensors(scope))
                    .list(transformer.weights());
            NDList found = transformer.kernel().infer(scope, "predict", arguments);
            return PredictionSummary.of(
                    found.get(0).toFloatArray(), found.get(1).toFloatArray());
        }
    }

    static TokenScores read(NDList scores) {
        return new TokenScores(scores.get(0).toFloatArray(), scores.get(1).toFloatArray());
    }

    /**
     * Returns all logits that follow each position of one sequence, for comparison with other implementations.
     *
     * @return T rows of V numbers
     */
    public List<float[]> logits(TokenSequence tokens) {
        PackedBatch batch = PackedBatch.reading(List.of(MaskedTokens.from(tokens, 0)));
        try (NDManager scope = transformer.newScope()) {
            KernelArguments arguments = transformer
                    .withAngles(new KernelArguments().tensor(scope.create(1f)))
                    .list(batch.tensors(scope))
                    .list(transformer.weights());
            NDArray logits =
                    transformer.kernel().infer(scope, "all_logits", arguments).get(0);
            return logits.split(tokens.size()).stream()
                    .map(NDArray::toFloatArray)
                    .toList();
        }
    }

    /**
     * Runs a forward pass whose derivatives can be carried back.
     *
     * @param temperature what the logits are divided by, above 0
     */
    @MustBeClosed
    public LanguageModelPass forward(List<MaskedTokens> sequences, double temperature) {
        transformer.check(sequences);
        return LanguageModelPass.run(transformer, PackedBatch.predicting(sequences), temperature);
    }

    /**
     * Adds the gradient of Σ c_i log p_i to the weights' gradients, in one pass forward and backward.
     *
     * @param sequences must mark at least one token
     * @param coefficients one a marked token, in the order of {@link TokenScores}
     * @return the log-probabilities; entropies are not computed and zero
     */
    public TokenScores accumulate(List<MaskedTokens> sequences, float[] coefficients) {
        transformer.check(sequences);
        PackedBatch batch = PackedBatch.predicting(sequences);
        if (batch.scored() != coefficients.length || coefficients.length == 0) {
            throw new IllegalArgumentException(
                    "expected " + batch.scored() + " coefficients, at least 1, found " + coefficients.length);
        }
        try (NDManager scope = transformer.newScope()) {
            KernelArguments arguments = transformer
                    .withAngles(new KernelArguments()
                            .tensor(scope.create(coefficients))
                            .tensor(scope.create(1f)))
                    .list(batch.tensors(scope))
                    .list(transformer.weights())
                    .list(transformer.gradients());
            NDList chosen = transformer.kernel().differentiate(scope, "accumulate", arguments);
            return new TokenScores(chosen.get(0).toFloatArray(), new float[coefficients.length]);
        }
    }

    @Override
    public void close() {
        transformer.close();
    }
}
