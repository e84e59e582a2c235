package dev.lichen.lm.checkpoint;

import java.util.ArrayList;
import java.util.List;

/**
 * Says which tensors of a file, stacked row under row, make up one of Lichen's tensors.
 *
 * @param name Lichen's name
 * @param parts the file's tensors in the order of their rows
 */
record WeightBinding(String name, List<Part> parts) {

    /** One tensor of the file. */
    record Part(String name, List<Long> shape) {
        Part {
            shape = List.copyOf(shape);
        }
    }

    WeightBinding {
        parts = List.copyOf(parts);
    }

    /** Binds a name to one tensor of the file. */
    static WeightBinding of(String name, String inFile, long... shape) {
        List<Long> sizes = new ArrayList<>();
        for (long size : shape) {
            sizes.add(size);
        }
        return new WeightBinding(name, List.of(new Part(inFile, sizes)));
    }

    /** Returns the shape of the stacked rows. */
    List<Long> shape() {
        List<Long> shape = new ArrayList<>(parts.getFirst().shape());
        if (parts.size() > 1) {
            shape.set(
                    0, parts.stream().mapToLong(part -> part.shape().getFirst()).sum());
        }
        return List.copyOf(shape);
    }
}
