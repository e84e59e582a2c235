package dev.lichen.cli.model;

import dev.lichen.LichenException;
import dev.lichen.cli.machine.Machine;
import java.nio.file.Path;

/** Signals that a model would not fit into memory, before anything of it is loaded. */
public final class ModelTooLargeException extends LichenException {

    /**
     * Compares what is needed with what there is.
     *
     * @param folder the model
     * @param needed an estimate in bytes
     * @param available in bytes
     */
    public ModelTooLargeException(Path folder, long needed, long available) {
        super(
                "The model does not fit into memory: %s needs about %s, and %s are available; use a smaller model or --precision bfloat16"
                        .formatted(folder, Machine.gibibytes(needed), Machine.gibibytes(available)));
    }
}
