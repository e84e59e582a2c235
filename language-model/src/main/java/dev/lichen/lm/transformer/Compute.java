package dev.lichen.lm.transformer;

import ai.djl.Device;

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
}
