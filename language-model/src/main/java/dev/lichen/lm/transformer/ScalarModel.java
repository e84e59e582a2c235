package dev.lichen.lm.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.google.errorprone.annotations.MustBeClosed;
import dev.lichen.lm.architecture.TransformerConfig;
import dev.lichen.lm.checkpoint.ModelFolder;
import dev.lichen.lm.checkpoint.TensorSource;
import dev.lichen.lm.kernel.KernelArguments;
import dev.lichen.lm.tokenizer.MaskedTokens;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads one number at each marked token: a transformer's body with a projection of its last hidden state (width → 1, with
 * bias). Reward models and critics are scalar models.
 *
 * <p>The projection runs in float32. Its weights are the last two parameters, {@value #HEAD_WEIGHT} and {@value #HEAD_BIAS}.
 */
public final class ScalarModel implements AutoCloseable {
    /** The projection's weight, (1, width). */
    public static final String HEAD_WEIGHT = "scalar_head.weight";
    /** The projection's bias, (1). */
    public static final String HEAD_BIAS = "scalar_head.bias";

    private static final int TOKENS_AT_ONCE = 4096;

    private final Transformer transformer;

    private ScalarModel(Transformer transformer) {
        this.transformer = transformer;
    }

    /**
     * Puts a new projection on a language model's body: weights normal with variance 1 / (width + 1), bias 0 (Ziegler et al.
     * 2019).
     *
     * @param body the language model's tensors under Lichen's names
     */
    @MustBeClosed
    public static ScalarModel onBody(TransformerConfig config, Compute compute, TensorSource body, long seed) {
        return trainable(config, compute, new WithScalarHead(config, body, seed));
    }

    /** Loads a scalar model for training from tensors under Lichen's names. */
    @MustBeClosed
    public static ScalarModel trainable(TransformerConfig config, Compute compute, TensorSource weights) {
        return new ScalarModel(Transformer.trainable(withoutVocabularyHead(config), compute, weights));
    }

    /** Loads a scalar model that never changes from tensors under Lichen's names. */
    @MustBeClosed
    public static ScalarModel frozen(TransformerConfig config, Compute compute, TensorSource weights) {
        return new ScalarModel(Transformer.frozen(withoutVocabularyHead(config), compute, weights));
    }

    /**
     * Loads a scalar model's folder for training.
     *
     * @throws dev.lichen.LichenException if the folder is no scalar model or is damaged
     */
    @MustBeClosed
    public static ScalarModel load(Path folder, Compute compute) {
        ModelFolder model = ModelFolder.open(folder);
        compute.requireRoomFor(model, true);
        return trainable(model.config(), compute, model.weights());
    }

    /**
     * Loads a scalar model's folder for scoring only.
     *
     * @throws dev.lichen.LichenException if the folder is no scalar model or is damaged
     */
    @MustBeClosed
    public static ScalarModel loadFrozen(Path folder, Compute compute) {
        ModelFolder model = ModelFolder.open(folder);
        compute.requireRoomFor(model, false);
        return frozen(model.config(), compute, model.weights());
    }

    /** Returns the sizes without a vocabulary head, which a scalar model has no use for. */
    static TransformerConfig withoutVocabularyHead(TransformerConfig c) {
        return new TransformerConfig(
                c.vocabularySize(),
                c.width(),
                c.layers(),
                c.heads(),
                c.keyValueHeads(),
                c.headWidth(),
                c.feedForwardWidth(),
                c.maximumLength(),
                c.normEpsilon(),
                c.rotary(),
                true);
    }

    /** Returns the sizes. */
    public TransformerConfig config() {
        return transformer.config();
    }

    /** Returns the weights. */
    public ParameterSet parameters() {
        return transformer.parameters();
    }

    /**
     * Reads the value at each marked token, without gradients, in the order sequence by sequence, position by position.
     *
     * @throws SequenceTooLongException when a sequence does not fit into the context
     */
    public float[] score(List<MaskedTokens> sequences) {
        transformer.check(sequences);
        ScoreScatter scatter = new ScoreScatter(sequences);
        for (int[] batch : MicroBatches.of(sequences, TOKENS_AT_ONCE)) {
            float[] values = scoreAtOnce(scatter.select(batch));
            scatter.put(batch, new TokenScores(values, values));
        }
        return scatter.scores().logProbabilities();
    }

    private float[] scoreAtOnce(List<MaskedTokens> sequences) {
        PackedBatch batch = PackedBatch.reading(sequences);
        if (batch.scored() == 0) {
            return new float[0];
        }
        try (NDManager scope = transformer.newScope()) {
            KernelArguments arguments = transformer
                    .withAngles(new KernelArguments())
                    .list(batch.tensors(scope))
                    .list(transformer.weights())
                    .list(head());
            return transformer.kernel().infer(scope, "values", arguments).get(0).toFloatArray();
        }
    }

    private List<NDArray> head() {
        List<NDArray> all = transformer.parameters().copies();
        return all.subList(all.size() - 2, all.size());
    }

    /** Runs a forward pass whose derivatives can be carried back. */
    @MustBeClosed
    public ScalarPass forward(List<MaskedTokens> sequences) {
        transformer.check(sequences);
        return ScalarPass.run(transformer, PackedBatch.reading(sequences), head());
    }

    @Override
    public void close() {
        transformer.close();
    }
}
