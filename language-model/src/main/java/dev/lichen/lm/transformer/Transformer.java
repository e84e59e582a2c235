package dev.lichen.lm.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lichen.lm.architecture.TransformerConfig;
import dev.lichen.lm.checkpoint.TensorSource;
import dev.lichen.lm.kernel.Kernel;
import dev.lichen.lm.kernel.KernelArguments;
import dev.lichen.lm.tokenizer.MaskedTokens;
import dev.lichen.lm.tokenizer.TokenSequence;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The body that language models, reward models and critics share: sizes, weights and kernel on one device.
 *
 * <p>Tensors of a pass live in a scope of that pass; only weights, gradients and the tables of angles live here.
 */
public final class Transformer implements AutoCloseable {
    private final TransformerConfig config;
    private final Compute compute;
    private final NDManager manager;
    private final Kernel kernel;
    private final ParameterSet parameters;
    private final NDArray cosines;
    private final NDArray sines;
    private final PackedProducts packedProducts;

    private Transformer(TransformerConfig config, Compute compute, TensorSource source, boolean trainable) {
        this.config = config;
        this.compute = compute;
        this.manager = NDManager.newBaseManager(compute.device(), "PyTorch");
        this.kernel = LlamaKernel.compile(config, compute);
        NDManager weights = manager.newSubManager();
        this.parameters = trainable
                ? ParameterSet.trainable(kernel, weights, compute, source)
                : ParameterSet.frozen(kernel, weights, compute, source);
        this.cosines = angles(Math::cos);
        this.sines = angles(Math::sin);
        this.packedProducts = new PackedProducts(manager);
    }

    /** Loads a transformer whose weights can be trained; the source holds exactly the model's tensors. */
    static Transformer trainable(TransformerConfig config, Compute compute, TensorSource source) {
        return new Transformer(config, compute, source, true);
    }

    /** Loads a transformer that never changes, in the format of computation only. */
    static Transformer frozen(TransformerConfig config, Compute compute, TensorSource source) {
        return new Transformer(config, compute, source, false);
    }

    private NDArray angles(DoubleUnaryOperator function) {
        double[] frequencies = config.rotary().inverseFrequencies(config.headWidth());
        float[] table = new float[config.maximumLength() * frequencies.length];
        for (int i = 0; i < table.length; i++) {
            int position = i / frequencies.length;
            table[i] = (float) function.applyAsDouble(position * frequencies[i % frequencies.length]);
        }
        return manager.create(table, new Shape(config.maximumLength(), frequencies.length));
    }

    /** Returns the sizes. */
    public TransformerConfig config() {
        return config;
    }

    /** Returns where it computes. */
    public Compute compute() {
        return compute;
    }

    /** Returns the weights. */
    public ParameterSet parameters() {
        return parameters;
    }

    /** Opens a scope for the tensors of one pass. */
    public NDManager newScope() {
        return manager.newSubManager();
    }

    /** Returns the kernel. */
    public Kernel kernel() {
        return kernel;
    }

    /** Returns the body's weights in the format of computation, in the kernel's order. */
    public List<NDArray> weights() {
        return parameters.copies().subList(0, bodySize());
    }

    List<NDArray> gradients() {
        return parameters.gradients().subList(0, bodySize());
    }

    private int bodySize() {
        return 2 + LlamaKernel.LAYER_WEIGHTS * config.layers() + (config.tiedHead() ? 0 : 1);
    }

    /** Starts the arguments of a call that turns keys and queries. */
    public KernelArguments withAngles(KernelArguments arguments) {
        return arguments.tensor(cosines).tensor(sines);
    }

    /** Runs the forward pass and keeps its graph in the scope: hidden rows, embedded tokens, leaves. */
    NDList trace(NDManager scope, List<NDArray> batch) {
        return kernel.differentiate(
                scope, "trace", withAngles(new KernelArguments()).list(batch).list(weights()));
    }

    /** Returns the tensors of sequences in which nothing is scored. */
    public List<NDArray> unmarkedBatch(NDManager scope, List<TokenSequence> sequences) {
        return PackedBatch.reading(sequences.stream().map(PackedBatch::unmarked).toList())
                .tensors(scope);
    }

    /** Returns the weights of matrix products in the form that single new tokens want, packed anew after each change. */
    public List<NDArray> packedWeights() {
        return packedProducts.of(this);
    }

    /** Gives back the memory of the packed weights until a generation needs them again. */
    public void releasePackedWeights() {
        packedProducts.release();
    }

    void check(List<MaskedTokens> batch) {
        for (MaskedTokens sequence : batch) {
            if (sequence.size() > config.maximumLength()) {
                throw new SequenceTooLongException(sequence.size(), config.maximumLength());
            }
        }
    }

    @Override
    public void close() {
        kernel.close();
        manager.close();
    }
}
