package dev.lichen.lm.checkpoint;

import java.util.Collection;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;

/**
 * Gives named tensors one at a time, so that a model is read, renamed and written without ever being held twice.
 *
 * <p>Files, collections in memory and mappings between names are all sources; a mapping reads from another source only when
 * its own tensor is asked for.
 */
public interface TensorSource {

    /** Returns the shape of every tensor under its name, in the order in which they are best read. */
    SequencedMap<String, List<Long>> shapes();

    /**
     * Reads one tensor.
     *
     * @throws CheckpointException if there is none of this name, or it cannot be read
     */
    HostTensor read(String name);

    /**
     * Lends one tensor for the moment: its numbers may be a view of memory that changes or ends, so they are not to be kept.
     *
     * @throws CheckpointException if there is none of this name, or it cannot be read
     */
    default HostTensor lend(String name) {
        return read(name);
    }

    /**
     * Returns the shape of one tensor.
     *
     * @throws CheckpointException if there is none of this name
     */
    default List<Long> shape(String name) {
        List<Long> shape = shapes().get(name);
        if (shape == null) {
            throw new CheckpointException("No tensor is named " + name);
        }
        return shape;
    }

    /** Reads every tensor in order and hands it on; only one is held at a time. */
    default void forEach(Consumer<HostTensor> consumer) {
        shapes().keySet().forEach(name -> consumer.accept(read(name)));
    }

    /** Makes a source of tensors in memory, in this order. */
    static TensorSource of(Collection<HostTensor> tensors) {
        return TensorsInMemory.of(tensors);
    }
}
