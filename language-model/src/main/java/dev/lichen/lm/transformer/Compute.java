package dev.lichen.lm.transformer;

import ai.djl.Device;
import dev.lichen.lm.checkpoint.MemoryEstimate;
import dev.lichen.lm.checkpoint.MemoryUse;
import dev.lichen.lm.checkpoint.ModelFolder;

/**
 * Says where and in which number format a model computes.
 *
 * @param device the processor or graphics card
 * @param precision the format of matrix products
 */
public record Compute(Device device, Precision precision) {
    /** Returns float32 on the processor: the reference that all others are compared with. */
    public static Compute reference() {
        return new Compute(Device.cpu(), Precision.FLOAT32);
    }

    boolean onProcessor() {
        return device.getDeviceType().equals(Device.Type.CPU);
    }

    /** Requires that a model's weights fit into the memory of the machine; a graphics card's own memory is not asked. */
    public void requireRoomFor(ModelFolder model, boolean trainable) {
        if (onProcessor()) {
            MemoryUse use = MemoryUse.ofWeights(trainable, precision == Precision.BFLOAT16);
            MemoryEstimate.of(model.config(), use).requireFits(model.path());
        }
    }
}
