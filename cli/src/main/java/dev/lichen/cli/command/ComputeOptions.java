package dev.lichen.cli.command;

import ai.djl.Device;
import dev.lichen.lm.transformer.Compute;
import dev.lichen.lm.transformer.Precision;
import picocli.CommandLine.Option;

/** Says where and in which number format models compute. */
final class ComputeOptions {

    @Option(
            names = "--device",
            defaultValue = "cpu",
            converter = DeviceConverter.class,
            description = "cpu, or cuda:0 for the first graphics card (default: ${DEFAULT-VALUE}).")
    private Device device = Device.cpu();

    @Option(
            names = "--precision",
            defaultValue = "float32",
            description =
                    "Of matrix products: float32, or bfloat16, faster and less exact (default: ${DEFAULT-VALUE}).")
    private Precision precision = Precision.FLOAT32;

    Compute compute() {
        return new Compute(device, precision);
    }
}
