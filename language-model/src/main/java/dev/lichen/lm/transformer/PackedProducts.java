package dev.lichen.lm.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lichen.lm.kernel.KernelArguments;
import java.util.List;
import java.util.Locale;

/**
 * Keeps the weights in the layout that oneDNN's packed matrix products read: for few rows two to eight times as fast as
 * the plain product.
 *
 * <p>Only PyTorch's build for x86-64 processors carries them; elsewhere the plain product serves, with the same results.
 */
final class PackedProducts {
    /** Rows the layout is chosen for. */
    private static final long ROWS = 32;

    private final NDManager manager;
    private NDManager scope;
    private List<NDArray> packed = List.of();
    private long version = -1;

    PackedProducts(NDManager manager) {
        this.manager = manager;
        this.scope = manager.newSubManager();
    }

    static boolean availableOn(Compute compute) {
        String architecture = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return compute.onProcessor() && (architecture.equals("amd64") || architecture.equals("x86_64"));
    }

    /** Returns the packed weights of a transformer, made anew when its weights have changed. */
    List<NDArray> of(Transformer transformer) {
        if (version != transformer.parameters().version()) {
            scope.close();
            scope = manager.newSubManager();
            KernelArguments arguments =
                    new KernelArguments().tensor(scope.create(ROWS)).list(transformer.weights());
            packed = transformer.kernel().infer(scope, "pack", arguments);
            version = transformer.parameters().version();
        }
        return packed;
    }

    /** Gives the packed copies' memory back until they are needed again. */
    void release() {
        scope.close();
        scope = manager.newSubManager();
        packed = List.of();
        version = -1;
    }
}
