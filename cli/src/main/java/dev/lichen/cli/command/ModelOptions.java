package dev.lichen.cli.command;

import ai.djl.Device;
import com.google.errorprone.annotations.MustBeClosed;
import dev.lichen.cli.model.LoadedModel;
import dev.lichen.lm.transformer.Compute;
import dev.lichen.lm.transformer.Precision;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Names the model that a command uses, and where and how it computes. */
final class ModelOptions {

    @Option(
            names = "--model",
            required = true,
            paramLabel = "DIR",
            description = "Model folder in Hugging Face layout.")
    private Path model = Path.of("");

    @Option(
            names = "--device",
            defaultValue = "cpu",
            converter = DeviceConverter.class,
            description = "cpu, or cuda:0 for the first graphics card (default: ${DEFAULT-VALUE}).")
    private Device device = Device.cpu();

    @Option(
            names = "--precision",
            defaultValue = "float32",
            description = "float32, or bfloat16: faster, less exact (default: ${DEFAULT-VALUE}).")
    private Precision precision = Precision.FLOAT32;

    @MustBeClosed
    LoadedModel open() {
        return LoadedModel.open(model, compute());
    }

    Path path() {
        return model;
    }

    Compute compute() {
        return new Compute(device, precision);
    }
}
