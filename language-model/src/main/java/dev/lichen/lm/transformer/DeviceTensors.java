package dev.lichen.lm.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lichen.lm.checkpoint.CheckpointException;
import dev.lichen.lm.checkpoint.HostTensor;
import dev.lichen.lm.checkpoint.TensorSource;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Reads and overwrites float32 tensors on the device that holds them, one at a time.
 *
 * <p>On a processor nothing is copied into Java's memory on the way: what is lent is the tensor's own memory.
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
        return HostTensor.of(name, shape(name), tensor(name).toFloatArray());
    }

    @Override
    public HostTensor lend(String name) {
        NDArray tensor = tensor(name);
        return tensor.getDevice().isGpu() ? read(name) : HostTensor.of(name, shape(name), view(tensor));
    }

    private NDArray tensor(String name) {
        NDArray tensor = tensors.get(name);
        if (tensor == null) {
            throw new CheckpointException("No tensor is named " + name);
        }
        return tensor;
    }

    /**
     * Overwrites every tensor with the one of the same name.
     *
     * @throws CheckpointException if the source lacks one
     */
    public void overwrite(TensorSource source) {
        tensors.forEach((name, tensor) -> overwrite(tensor, source.lend(name)));
    }

    /** Makes a tensor of these numbers. */
    static NDArray upload(NDManager manager, HostTensor numbers) {
        long[] shape = numbers.shape().stream().mapToLong(Long::longValue).toArray();
        NDArray tensor = manager.zeros(new Shape(shape));
        overwrite(tensor, numbers);
        return tensor;
    }

    private static void overwrite(NDArray tensor, HostTensor numbers) {
        if (tensor.getDevice().isGpu()) {
            tensor.set(numbers.data());
        } else {
            view(tensor).put(numbers.data());
        }
    }

    /** The tensor's own memory; an array or a buffer of Java's in between would stay until the collector runs. */
    private static FloatBuffer view(NDArray tensor) {
        return tensor.toByteBuffer(true).order(ByteOrder.nativeOrder()).asFloatBuffer();
    }
}
