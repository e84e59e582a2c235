package dev.lichen.cli.bench;

import ai.djl.ndarray.NDManager;
import dev.lichen.lm.kernel.Kernel;
import dev.lichen.lm.kernel.KernelArguments;
import dev.lichen.lm.transformer.Compute;
import dev.lichen.lm.transformer.Precision;
import java.util.Map;

/** Measures the machine's own rate: one large matrix product in the model's number format. */
final class MachineRate {
    private static final long SIZE = 2048;
    private static final long TIMES = 8;

    private MachineRate() {}

    static Figure measure(Compute compute, NDManager manager, Stopwatch stopwatch) {
        try (Kernel kernel = Kernel.compile(MachineRate.class, "product.torchscript", Map.of(), compute.device());
                NDManager scope = manager.newSubManager()) {
            double seconds = stopwatch.seconds(() -> product(kernel, scope, compute.precision()));
            double rate = 2.0 * SIZE * SIZE * SIZE * TIMES / seconds / 1e9;
            return new Figure("matrix product %d x %d".formatted(SIZE, SIZE), rate, "GFLOP/s", rate, stopwatch.runs());
        }
    }

    private static void product(Kernel kernel, NDManager scope, Precision precision) {
        long type = precision == Precision.FLOAT32 ? 6 : 15; // PyTorch's numbers of the types
        kernel.infer(
                        scope,
                        "products",
                        new KernelArguments()
                                .tensor(scope.create(type))
                                .tensor(scope.create(SIZE))
                                .tensor(scope.create(TIMES))
                                .tensor(scope.create(0f)))
                .get(0)
                .getFloat();
    }
}
