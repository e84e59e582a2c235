package dev.lichen.lm.checkpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Gives Lichen's tensors under a file's names, taking apart the rows of those that Lichen keeps as one. */
record SplitTensors(TensorSource tensors, SequencedMap<String, Rows> rowsOf) implements TensorSource {

    /** Where one of the file's tensors lies within one of Lichen's. */
    record Rows(String tensor, long first, List<Long> shape) {}

    static SplitTensors of(TensorSource tensors, List<WeightBinding> bindings) {
        SequencedMap<String, Rows> rowsOf = new LinkedHashMap<>();
        for (WeightBinding binding : bindings) {
            long first = 0;
            for (WeightBinding.Part part : binding.parts()) {
                rowsOf.put(part.name(), new Rows(binding.name(), first, part.shape()));
                first += part.shape().getFirst();
            }
        }
        return new SplitTensors(tensors, rowsOf);
    }

    @Override
    public SequencedMap<String, List<Long>> shapes() {
        SequencedMap<String, List<Long>> shapes = new LinkedHashMap<>();
        rowsOf.forEach((name, rows) -> shapes.put(name, rows.shape()));
        return shapes;
    }

    @Override
    public HostTensor read(String name) {
        Rows rows = rowsOf.get(name);
        if (rows == null) {
            throw new CheckpointException("No tensor is named " + name);
        }
        return tensors.read(rows.tensor()).rows(name, rows.first(), rows.shape());
    }
}
