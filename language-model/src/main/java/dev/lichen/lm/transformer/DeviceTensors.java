package dev.lichen.lm.transformer;

import ai.djl.ndarray.NDArray;
import dev.lichen.lm.checkpoint.CheckpointException;
import dev.lichen.lm.checkpoint.HostTensor;
import dev.lichen.lm.checkpoint.TensorSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Reads float32 tensors from the device that holds them, one at a time.
 *
 * @param tensors the tensors under their names
 */
public record DeviceTensors(SequencedMap<String, NDArray> tensors) implements TensorSource {
    @Override
    public SequencedMap<String, List<Long>> shapes() {
        SequencedMap<String, List<Long>> shapes = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> shapes.put(
                name, Arrays.stream(tensor.getShape().getShape()).boxed().toList()));
        return shapes;
    }

    @Override
    public HostTensor read(String name) {
        NDArray tensor = tensors.get(name);
        if (tensor == null) {
            throw new CheckpointException("No tensor is named " + name);
        }
        return HostTensor.of(name, shape(name), tensor.toFloatArray());
    }
}
