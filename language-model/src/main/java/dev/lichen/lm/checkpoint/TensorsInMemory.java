package dev.lichen.lm.checkpoint;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Gives tensors that are held in memory. */
record TensorsInMemory(SequencedMap<String, HostTensor> tensors) implements TensorSource {

    static TensorsInMemory of(Collection<HostTensor> tensors) {
        SequencedMap<String, HostTensor> named = new LinkedHashMap<>();
        for (HostTensor tensor : tensors) {
            if (named.put(tensor.name(), tensor) != null) {
                throw new IllegalArgumentException("two tensors are named " + tensor.name());
            }
        }
        return new TensorsInMemory(Collections.unmodifiableSequencedMap(named));
    }

    @Override
    public SequencedMap<String, List<Long>> shapes() {
        SequencedMap<String, List<Long>> shapes = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
        return shapes;
    }

    @Override
    public HostTensor read(String name) {
        HostTensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new CheckpointException("No tensor is named " + name);
        }
        return tensor;
    }
}
