package dev.lichen.lm.checkpoint;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * Holds one named tensor of float32 numbers in the memory of the host, row-major, as it is read from or written to a file.
 *
 * <p>The numbers may be a view of a mapped file: nothing is copied until they are used.
 */
public final class HostTensor {

    private final String name;
    private final List<Long> shape;
    private final FloatBuffer data;

    private HostTensor(String name, List<Long> shape, FloatBuffer data) {
        this.name = name;
        this.shape = List.copyOf(shape);
        this.data = data;
        if (data.remaining() != count(shape)) {
            throw new IllegalArgumentException("tensor %s of shape %s needs %d numbers, was given %d"
                    .formatted(name, shape, count(shape), data.remaining()));
        }
    }

    /**
     * Makes a tensor of the numbers between the buffer's position and limit, without a copy.
     *
     * @param shape the size of each dimension; empty for a single number
     */
    public static HostTensor of(String name, List<Long> shape, FloatBuffer data) {
        return new HostTensor(name, shape, data.slice().asReadOnlyBuffer());
    }

    /** Makes a tensor of these numbers, without a copy. */
    public static HostTensor of(String name, List<Long> shape, float... data) {
        return of(name, shape, FloatBuffer.wrap(data));
    }

    /** Returns the number of elements of a tensor of this shape. */
    public static long count(List<Long> shape) {
        return shape.stream().reduce(1L, Math::multiplyExact);
    }

    /** Returns the name. */
    public String name() {
        return name;
    }

    /** Returns the size of each dimension. */
    public List<Long> shape() {
        return shape;
    }

    /** Returns the numbers, row-major, as a read-only view that starts at position 0. */
    public FloatBuffer data() {
        return data.duplicate();
    }

    /** Returns the number of elements. */
    public int size() {
        return data.remaining();
    }

    /** Returns the number at this place of the row-major order. */
    public float get(int index) {
        return data.get(index);
    }

    /** Copies the numbers, row-major. */
    public float[] toArray() {
        float[] values = new float[size()];
        data().get(values);
        return values;
    }

    /** Returns the same numbers under another name. */
    public HostTensor renamed(String other) {
        return new HostTensor(other, shape, data);
    }

    /** Returns a view of the rows (the first dimension) that start at {@code from} and have this shape, under another name. */
    HostTensor rows(String other, long from, List<Long> partShape) {
        int rowSize = Math.toIntExact(count(shape.subList(1, shape.size())));
        int start = Math.toIntExact(from * rowSize);
        return new HostTensor(other, partShape, data.slice(start, Math.toIntExact(count(partShape))));
    }

    @Override
    public String toString() {
        return name + shape;
    }
}
