package dev.lichen.lm.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import com.google.errorprone.annotations.MustBeClosed;
import dev.lichen.lm.kernel.KernelArguments;
import java.util.Arrays;
import java.util.List;

/**
 * A forward pass with its graph: reads log-probabilities and entropies, then carries derivatives back to the weights.
 *
 * <p>The graph ends with {@link #close}; {@link #backward} may be called once.
 */
public final class LanguageModelPass implements AutoCloseable {
    private final Transformer transformer;
    private final NDManager scope;
    private final NDArray temperature;
    private final List<NDArray> batch;
    private final NDList trace;
    private final TokenScores scores;

    private LanguageModelPass(Transformer transformer, NDManager scope, PackedBatch packed, double temperature) {
        this.transformer = transformer;
        this.scope = scope;
        this.temperature = scope.create((float) temperature);
        this.batch = packed.tensors(scope);
        this.trace = transformer.trace(scope, batch);
        KernelArguments arguments = new KernelArguments()
                .tensor(this.temperature)
                .list(batch)
                .list(trace)
                .list(transformer.weights());
        this.scores = CausalLanguageModel.read(transformer.kernel().differentiate(scope, "traced_scores", arguments));
    }

    @MustBeClosed
    static LanguageModelPass run(Transformer transformer, PackedBatch packed, double temperature) {
        return new LanguageModelPass(transformer, transformer.newScope(), packed, temperature);
    }

    /** Returns the scores of the marked tokens. */
    public TokenScores scores() {
        return scores;
    }

    /**
     * Adds Σ_i dLogProbability_i ∇ log p_i + dEntropy_i ∇ H_i to the weights' gradients.
     *
     * @param logProbabilityGradient derivative of the loss with respect to each log-probability
     * @param entropyGradient derivative with respect to each entropy; all zero costs nothing
     */
    public void backward(float[] logProbabilityGradient, float[] entropyGradient) {
        boolean withEntropy = !Arrays.equals(entropyGradient, new float[entropyGradient.length]);
        KernelArguments arguments = new KernelArguments()
                .tensor(temperature)
                .tensor(scope.create(logProbabilityGradient))
                .tensor(scope.create(entropyGradient))
                .tensor(scope.create(withEntropy ? 1L : 0L))
                .list(batch)
                .list(trace)
                .list(transformer.weights())
                .list(transformer.gradients());
        transformer.kernel().differentiate(scope, "backward", arguments).close();
    }

    @Override
    public void close() {
        scope.close();
    }
}
