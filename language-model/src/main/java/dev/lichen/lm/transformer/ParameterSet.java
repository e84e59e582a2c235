package dev.lichen.lm.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.lichen.lm.checkpoint.HostTensor;
import dev.lichen.lm.checkpoint.TensorSource;
import dev.lichen.lm.kernel.Kernel;
import dev.lichen.lm.kernel.KernelArguments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Holds the weights of one model: float32 weights that the optimiser changes, their gradients, and the copies that matrix
 * products read.
 *
 * <p>With {@link Precision#FLOAT32} the copies are the weights themselves. A frozen model in bfloat16 has the copies only.
 * The copies may be bfloat16 and are then opaque: they are passed to kernels and never read here.
 */
public final class ParameterSet implements AutoCloseable {
    private final Kernel kernel;
    private final NDManager manager;
    private final SequencedMap<String, List<Long>> shapes;
    private final List<NDArray> weights = new ArrayList<>();
    private final List<NDArray> gradients = new ArrayList<>();
    private final List<NDArray> copies = new ArrayList<>();
    private boolean separateCopies;
    private long version;

    private ParameterSet(Kernel kernel, NDManager manager, SequencedMap<String, List<Long>> shapes) {
        this.kernel = kernel;
        this.manager = manager;
        this.shapes = shapes;
    }

    /** Loads weights that can be trained. */
    static ParameterSet trainable(Kernel kernel, NDManager manager, Compute compute, TensorSource source) {
        ParameterSet set = new ParameterSet(kernel, manager, source.shapes());
        for (String name : set.names()) {
            NDArray weight = DeviceTensors.upload(manager, source.lend(name));
            set.weights.add(weight);
            set.gradients.add(manager.zeros(weight.getShape()));
        }
        set.separateCopies = compute.precision() != Precision.FLOAT32;
        set.copies.addAll(set.separateCopies ? set.cast(set.weights, compute.precision()) : set.weights);
        return set;
    }

    /** Loads weights that never change, in the format of computation only, one at a time. */
    static ParameterSet frozen(Kernel kernel, NDManager manager, Compute compute, TensorSource source) {
        ParameterSet set = new ParameterSet(kernel, manager, source.shapes());
        for (String name : set.names()) {
            NDArray weight = DeviceTensors.upload(manager, source.lend(name));
            if (compute.precision() == Precision.FLOAT32) {
                set.weights.add(weight);
                set.copies.add(weight);
            } else {
                set.copies.addAll(set.cast(List.of(weight), compute.precision()));
                weight.close();
            }
        }
        return set;
    }

    private NDList cast(List<NDArray> tensors, Precision precision) {
        try (NDArray type = manager.create((long) precision.scalarType())) {
            return kernel.differentiate(
                    manager, "cast", new KernelArguments().tensor(type).list(tensors));
        }
    }

    /** Returns the names in the order of the tensors. */
    public List<String> names() {
        return List.copyOf(shapes.keySet());
    }

    /** Returns each tensor's shape by its name. */
    public SequencedMap<String, List<Long>> shapes() {
        return shapes;
    }

    /** Returns how many numbers the weights are. */
    public long size() {
        return shapes.values().stream().mapToLong(HostTensor::count).sum();
    }

    /** Returns whether the weights can be trained. */
    public boolean isTrainable() {
        return !gradients.isEmpty();
    }

    /** Returns the float32 weights, in the order of the names. */
    public List<NDArray> weights() {
        return weights;
    }

    /** Returns the float32 gradients, in the order of the names; empty when frozen. */
    public List<NDArray> gradients() {
        return gradients;
    }

    /** Returns how often the weights have changed. */
    long version() {
        return version;
    }

    List<NDArray> copies() {
        return copies;
    }

    /** Sets every gradient to zero. */
    public void zeroGradients() {
        gradients.forEach(gradient -> gradient.muli(0));
    }

    /** Brings the copies in line with changed weights; to be called after each change. */
    public void refresh() {
        version++;
        if (!separateCopies) {
            return;
        }
        try (NDManager scope = manager.newSubManager()) {
            kernel.infer(scope, "refresh", new KernelArguments().list(weights).list(copies));
        }
    }

    /** Overwrites the weights with others of the same names and shapes. */
    public void load(TensorSource source) {
        source().overwrite(source);
        refresh();
    }

    /** Returns the weights under their names, to be read and overwritten one at a time. */
    public DeviceTensors source() {
        SequencedMap<String, NDArray> named = new LinkedHashMap<>();
        List<String> names = names();
        for (int i = 0; i < weights.size(); i++) {
            named.put(names.get(i), weights.get(i));
        }
        return new DeviceTensors(named);
    }

    @Override
    public void close() {
        manager.close();
    }
}
