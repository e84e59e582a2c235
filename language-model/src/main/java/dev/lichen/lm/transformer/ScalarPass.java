package dev.lichen.lm.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import com.google.errorprone.annotations.MustBeClosed;
import dev.lichen.lm.kernel.KernelArguments;
import java.util.List;

/**
 * A forward pass of a scalar model with its graph: reads values, then carries derivatives back to the weights.
 *
 * <p>The graph ends with {@link #close}; {@link #backward} may be called once.
 */
public final class ScalarPass implements AutoCloseable {
    private final Transformer transformer;
    private final NDManager scope;
    private final List<NDArray> batch;
    private final List<NDArray> head;
    private final NDList trace;
    private final float[] values;

    private ScalarPass(Transformer transformer, NDManager scope, PackedBatch packed, List<NDArray> head) {
        this.transformer = transformer;
        this.scope = scope;
        this.head = head;
        this.batch = packed.tensors(scope);
        this.trace = transformer.trace(scope, batch);
        KernelArguments arguments = new KernelArguments().list(trace).list(head);
        this.values = transformer
                .kernel()
                .differentiate(scope, "traced_values", arguments)
                .get(0)
                .toFloatArray();
    }

    @MustBeClosed
    static ScalarPass run(Transformer transformer, PackedBatch packed, List<NDArray> head) {
        return new ScalarPass(transformer, transformer.newScope(), packed, head);
    }

    /** Returns a copy of the values at the marked tokens. */
    public float[] values() {
        return values.clone();
    }

    /**
     * Adds Σ_i valueGradient_i ∇ v_i to the weights' gradients.
     *
     * @param valueGradient derivative of the loss with respect to each value
     */
    public void backward(float[] valueGradient) {
        List<NDArray> gradients = transformer.parameters().gradients();
        KernelArguments arguments = new KernelArguments()
                .tensor(scope.create(valueGradient))
                .list(batch)
                .list(trace)
                .list(head)
                .list(gradients);
        transformer.kernel().differentiate(scope, "values_backward", arguments).close();
    }

    @Override
    public void close() {
        scope.close();
    }
}
