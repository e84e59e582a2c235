package dev.lichen.lm.checkpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Gives the tensors of another source, and one more in case the other lacks it. */
record TensorsWithDefault(TensorSource source, HostTensor absent) implements TensorSource {

    @Override
    public SequencedMap<String, List<Long>> shapes() {
        SequencedMap<String, List<Long>> shapes = new LinkedHashMap<>(source.shapes());
        shapes.putIfAbsent(absent.name(), absent.shape());
        return shapes;
    }

    @Override
    public HostTensor read(String name) {
        boolean lacking = name.equals(absent.name()) && !source.shapes().containsKey(name);
        return lacking ? absent : source.read(name);
    }
}
