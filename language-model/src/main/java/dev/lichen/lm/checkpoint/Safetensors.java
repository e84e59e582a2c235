package dev.lichen.lm.checkpoint;

import java.nio.file.Path;

/**
 * Reads and writes safetensors files: a length of 8 bytes, a JSON header, and the numbers of all tensors.
 *
 * <p>Files are mapped, not loaded, and written tensor by tensor, so that no model is held twice.
 *
 * @see <a href="https://huggingface.co/docs/safetensors">the format</a>
 */
public final class Safetensors {

    private Safetensors() {}

    /**
     * Opens a {@code .safetensors} file, or a {@code .safetensors.index.json} and the files it lists.
     *
     * @throws CheckpointException if the file is missing, foreign, damaged or incomplete
     */
    public static TensorSource open(Path file) {
        return file.toString().endsWith(".json") ? ShardedSafetensors.open(file) : SafetensorsFile.open(file);
    }

    /**
     * Writes all tensors to one file, beside it first and then moved, and returns the file's SHA-256 in hexadecimal.
     *
     * @param storage the number format: float32 keeps every bit
     * @throws CheckpointException if the file cannot be written; what stood there before is left as it was
     */
    public static String write(Path file, TensorSource tensors, ElementType storage) {
        SafetensorsWriter writer = new SafetensorsWriter(tensors, storage);
        AtomicWrite.file(file, writer::writeTo);
        return writer.digest();
    }
}
