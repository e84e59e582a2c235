package dev.lichen.lm.generation;

import java.util.Arrays;

/** Holds an immutable run of numbers, with value equality. */
public final class FloatSequence {
    private final float[] values;

    private FloatSequence(float[] values) {
        this.values = values;
    }

    /** Returns a sequence of these numbers. */
    public static FloatSequence of(float... values) {
        return new FloatSequence(values.clone());
    }

    /** Returns how many numbers there are. */
    public int size() {
        return values.length;
    }

    /** Returns one number. */
    public float get(int index) {
        return values[index];
    }

    /** Returns the sum. */
    public double sum() {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    /** Returns a copy. */
    public float[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FloatSequence that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
