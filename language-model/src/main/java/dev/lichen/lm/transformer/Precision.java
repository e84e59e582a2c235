package dev.lichen.lm.transformer;

/**
 * Names the number format of matrix products.
 *
 * <p>Weights that are trained, their gradients and the optimiser's moments are float32 either way.
 */
public enum Precision {
    /** 32-bit floating point throughout. */
    FLOAT32(6),
    /** bfloat16 products that accumulate in float32; norms, softmax and losses in float32. */
    BFLOAT16(15);

    private final int scalarType;

    Precision(int scalarType) {
        this.scalarType = scalarType;
    }

    /** Returns PyTorch's number of this type, the only name TorchScript has for it. */
    int scalarType() {
        return scalarType;
    }
}
