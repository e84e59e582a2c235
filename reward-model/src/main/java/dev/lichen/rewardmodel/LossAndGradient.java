package dev.lichen.rewardmodel;

/** A loss and its derivative with respect to each score it was computed from. */
public final class LossAndGradient {

    private final double loss;
    private final double[] gradient;

    /** Copies the gradient. */
    public LossAndGradient(double loss, double[] gradient) {
        this.loss = loss;
        this.gradient = gradient.clone();
    }

    /** The loss, in nats. */
    public double loss() {
        return loss;
    }

    /** The derivative with respect to one score. */
    public double gradient(int index) {
        return gradient[index];
    }

    /** A copy of all derivatives. */
    public double[] gradient() {
        return gradient.clone();
    }

    /** A copy of all derivatives in single precision, as a model's backward pass takes them. */
    public float[] gradientAsFloats() {
        float[] floats = new float[gradient.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) gradient[i];
        }
        return floats;
    }
}
