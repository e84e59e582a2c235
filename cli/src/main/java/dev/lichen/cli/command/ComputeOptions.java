package dev.lichen.cli.command;

import ai.djl.Device;
import dev.lichen.cli.machine.Machine;
import dev.lichen.lm.transformer.Compute;
import dev.lichen.lm.transformer.Precision;
import org.jspecify.annotations.Nullable;
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
            description = "Of matrix products: float32, or bfloat16, less exact and twice as fast where the device has"
                    + " instructions for it. Default: bfloat16 there for training on your model, float32 otherwise.")
    private @Nullable Precision precision;

    /** Returns the device and, unless the user chose one, the exact format. */
    Compute exact() {
        return new Compute(device, precision == null ? Precision.FLOAT32 : precision);
    }

    /** Returns the device and, unless the user chose one, the format that it is fastest in. */
    Compute fast() {
        boolean fast = device.isGpu()
                || Machine.bfloat16Instructions()
                        .filter(flags -> !flags.isEmpty())
                        .isPresent();
        return precision == null && fast ? new Compute(device, Precision.BFLOAT16) : exact();
    }
}
