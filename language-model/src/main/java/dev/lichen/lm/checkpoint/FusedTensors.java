package dev.lichen.lm.checkpoint;

import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gives a file's tensors under Lichen's names, stacking the rows of those that Lichen keeps as one. */
record FusedTensors(TensorSource file, SequencedMap<String, WeightBinding> bindings) implements TensorSource {

    static FusedTensors of(TensorSource file, List<WeightBinding> bindings) {
        SequencedMap<String, WeightBinding> named = bindings.stream()
                .collect(Collectors.toMap(WeightBinding::name, Function.identity(), (a, b) -> b, LinkedHashMap::new));
        return new FusedTensors(file, named);
    }

    @Override
    public SequencedMap<String, List<Long>> shapes() {
        SequencedMap<String, List<Long>> shapes = new LinkedHashMap<>();
        for (Map.Entry<String, WeightBinding> binding : bindings.entrySet()) {
            shapes.put(binding.getKey(), binding.getValue().shape());
        }
        return shapes;
    }

    @Override
    public HostTensor read(String name) {
        WeightBinding binding = bindings.get(name);
        if (binding == null) {
            throw new CheckpointException("No tensor is named " + name);
        }
        if (binding.parts().size() == 1) {
            return file.read(binding.parts().getFirst().name()).renamed(name);
        }
        return HostTensor.of(name, binding.shape(), stacked(binding));
    }

    private FloatBuffer stacked(WeightBinding binding) {
        FloatBuffer rows = FloatBuffer.allocate(Math.toIntExact(HostTensor.count(binding.shape())));
        for (WeightBinding.Part part : binding.parts()) {
            rows.put(file.read(part.name()).data());
        }
        return rows.flip();
    }
}
