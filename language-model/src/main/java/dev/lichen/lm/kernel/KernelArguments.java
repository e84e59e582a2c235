package dev.lichen.lm.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.List;

/** Holds the arguments of one kernel call, in the order of the method's parameters. */
public final class KernelArguments {
    private final NDList named = new NDList();
    private int count;

    /** Adds one tensor. */
    public KernelArguments tensor(NDArray tensor) {
        tensor.setName("p" + count++);
        named.add(tensor);
        return this;
    }

    /** Adds a list of tensors, which must not be empty and whose tensors must not appear in another argument. */
    public KernelArguments list(List<NDArray> tensors) {
        String name = "p" + count++ + "[]";
        for (NDArray tensor : tensors) {
            tensor.setName(name);
            named.add(tensor);
        }
        return this;
    }

    NDList named() {
        return named;
    }
}
