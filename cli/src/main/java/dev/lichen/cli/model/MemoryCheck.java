package dev.lichen.cli.model;

import dev.lichen.lm.checkpoint.HostTensor;
import dev.lichen.lm.checkpoint.ModelFolder;
import dev.lichen.lm.transformer.Precision;

/** Estimates how much memory a model needs, from the shapes in its folder. */
final class MemoryCheck {

    /** Room for activations and for the tensor that is being converted. */
    private static final double OVERHEAD = 1.2;

    private MemoryCheck() {}

    /** Returns the estimated bytes for a model that is only run. */
    static long frozen(ModelFolder folder, Precision precision) {
        return Math.round(OVERHEAD * numbers(folder) * bytes(precision));
    }

    /** Refuses a model that needs more than there is. */
    static void requireFits(ModelFolder folder, long needed, long available) {
        if (needed > available) {
            throw new ModelTooLargeException(folder.path(), needed, available);
        }
    }

    private static long numbers(ModelFolder folder) {
        return folder.weights().shapes().values().stream()
                .mapToLong(HostTensor::count)
                .sum();
    }

    private static int bytes(Precision precision) {
        return precision == Precision.FLOAT32 ? Float.BYTES : Short.BYTES;
    }
}
