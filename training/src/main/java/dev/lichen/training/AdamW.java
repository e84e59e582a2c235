package dev.lichen.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lichen.lm.checkpoint.TensorSource;
import dev.lichen.lm.kernel.Kernel;
import dev.lichen.lm.kernel.KernelArguments;
import dev.lichen.lm.transformer.DeviceTensors;
import dev.lichen.lm.transformer.ParameterSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/**
 * Changes weights along their gradients: AdamW with bias correction, θ ← θ − η·(m̂ / (√v̂ + ε) + λ·θ), after the gradients'
 * global norm has been clipped.
 *
 * <p>All tensors are updated by one native call a group (matrices, which decay; norms and biases, which do not).
 */
public final class AdamW implements AutoCloseable {
    private static final String FIRST = "first_moment.";
    private static final String SECOND = "second_moment.";

    private final AdamWConfig config;
    private final ParameterSet parameters;
    private final Kernel kernel;
    private final NDManager manager;
    private final List<NDArray> first = new ArrayList<>();
    private final List<NDArray> second = new ArrayList<>();
    private final int[] matrices;
    private final int[] others;
    private long steps;

    /** Begins with zero moments beside the weights, on their device. */
    public AdamW(AdamWConfig config, ParameterSet parameters) {
        this.config = config;
        this.parameters = parameters;
        this.matrices = ofDimension(parameters.weights(), true);
        this.others = ofDimension(parameters.weights(), false);
        NDArray sample = parameters.weights().get(0);
        this.kernel = Kernel.compile(AdamW.class, "adamw.torchscript", Map.of(), sample.getDevice());
        this.manager = sample.getManager().newSubManager();
        for (NDArray weight : parameters.weights()) {
            first.add(manager.zeros(weight.getShape()));
            second.add(manager.zeros(weight.getShape()));
        }
    }

    /**
     * Clips the gradients, updates the weights and sets the gradients to zero.
     *
     * @param learningRate η of this step
     * @return the gradients' global norm before clipping; when it is not finite nothing is changed
     */
    public double step(double learningRate) {
        try (NDManager scope = manager.newSubManager()) {
            double norm = gradientNorm(scope);
            if (Double.isFinite(norm)) {
                clip(scope, norm);
                steps++;
                update(scope, learningRate, config.weightDecay(), matrices);
                update(scope, learningRate, 0, others);
                parameters.refresh();
            }
            parameters.zeroGradients();
            return norm;
        }
    }

    private double gradientNorm(NDManager scope) {
        KernelArguments arguments = new KernelArguments().list(parameters.gradients());
        return kernel.infer(scope, "norm", arguments).get(0).getFloat();
    }

    private void clip(NDManager scope, double norm) {
        if (norm > config.maximumGradientNorm()) {
            NDArray factor = scope.create(config.maximumGradientNorm() / norm);
            kernel.infer(scope, "scale", new KernelArguments().tensor(factor).list(parameters.gradients()));
        }
    }

    private static int[] ofDimension(List<NDArray> weights, boolean matrix) {
        return IntStream.range(0, weights.size())
                .filter(i -> (weights.get(i).getShape().dimension() > 1) == matrix)
                .toArray();
    }

    private void update(NDManager scope, double learningRate, double decay, int[] group) {
        double[] numbers = {learningRate, config.beta1(), config.beta2(), config.epsilon(), decay, steps};
        KernelArguments arguments = new KernelArguments()
                .tensor(scope.create(numbers))
                .list(select(parameters.weights(), group))
                .list(select(parameters.gradients(), group))
                .list(select(first, group))
                .list(select(second, group));
        kernel.infer(scope, "update", arguments);
    }

    private static List<NDArray> select(List<NDArray> tensors, int[] group) {
        return IntStream.of(group).mapToObj(tensors::get).toList();
    }

    /** Returns how many updates were made. */
    public long steps() {
        return steps;
    }

    /** Returns the moments, to be kept in a checkpoint together with {@link #steps()}. */
    public DeviceTensors state() {
        return new DeviceTensors(moments());
    }

    /** Takes back moments that {@link #state()} gave. */
    public void restore(TensorSource saved, long stepsDone) {
        state().overwrite(saved);
        steps = stepsDone;
    }

    private SequencedMap<String, NDArray> moments() {
        SequencedMap<String, NDArray> moments = new LinkedHashMap<>();
        List<String> names = parameters.names();
        for (int i = 0; i < names.size(); i++) {
            moments.put(FIRST + names.get(i), first.get(i));
            moments.put(SECOND + names.get(i), second.get(i));
        }
        return moments;
    }

    @Override
    public void close() {
        manager.close();
        kernel.close();
    }
}
