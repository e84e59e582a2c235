package dev.lichen.lm.checkpoint;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Reads a GGUF file, version 2 or 3: metadata and tensors, quantised ones converted to float32.
 *
 * <p>Names and rows are those of the file; shapes are given with the slowest dimension first, the reverse of the file's order.
 *
 * @see <a href="https://github.com/ggml-org/ggml/blob/master/docs/gguf.md">the format</a>
 */
public final class Gguf implements TensorSource {

    private static final int MAGIC = 0x46554747;
    private static final int DEFAULT_ALIGNMENT = 32;

    private final MappedFile mapped;
    private final GgufMetadata metadata;
    private final SequencedMap<String, Entry> entries;
    private final long dataStart;

    /** One tensor; {@code begin} counts bytes from the start of the data section. */
    private record Entry(GgmlType type, List<Long> shape, long begin) {
        long bytes() {
            return type.bytes(HostTensor.count(shape));
        }
    }

    private Gguf(MappedFile mapped, GgufCursor cursor) {
        this.mapped = mapped;
        int tensors = cursor.count();
        this.metadata = metadata(mapped.file(), cursor);
        this.entries = entries(mapped.file(), cursor, tensors);
        long alignment = metadata.wholeNumber("general.alignment", DEFAULT_ALIGNMENT);
        this.dataStart = Math.ceilDiv(cursor.position(), alignment) * alignment;
        entries.forEach(this::check);
    }

    /**
     * Opens a file and checks that it is complete.
     *
     * @throws CheckpointException if it is missing, foreign, damaged, incomplete, or holds a format that is not supported
     */
    public static Gguf open(Path file) {
        MappedFile mapped = MappedFile.open(file);
        GgufCursor cursor = new GgufCursor(file, mapped.slice(0, Math.min(mapped.size(), Integer.MAX_VALUE)));
        if (mapped.size() < Integer.BYTES || cursor.int32() != MAGIC) {
            throw CheckpointException.at(file, "a file that does not begin with GGUF", "a GGUF file");
        }
        int version = cursor.int32();
        if (version != 2 && version != 3) {
            throw CheckpointException.at(file, "GGUF version " + version, "2 or 3, in little-endian order");
        }
        return new Gguf(mapped, cursor);
    }

    /** Returns the metadata by key: String, Boolean, Long, Double, or a List of them. */
    public Map<String, Object> metadata() {
        return metadata.values();
    }

    GgufMetadata fields() {
        return metadata;
    }

    /** Returns where the file is. */
    public Path path() {
        return mapped.file();
    }

    @Override
    public SequencedMap<String, List<Long>> shapes() {
        SequencedMap<String, List<Long>> shapes = new LinkedHashMap<>();
        entries.forEach((name, entry) -> shapes.put(name, entry.shape()));
        return shapes;
    }

    @Override
    public HostTensor read(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw CheckpointException.at(path(), "no tensor named " + name, "one");
        }
        ByteBuffer bytes = mapped.slice(dataStart + entry.begin(), entry.bytes());
        return HostTensor.of(name, entry.shape(), entry.type().decode(bytes));
    }

    private static GgufMetadata metadata(Path file, GgufCursor cursor) {
        int count = cursor.count();
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String key = cursor.text();
            values.put(key, cursor.value(cursor.int32()));
        }
        return new GgufMetadata(file, Collections.unmodifiableMap(values));
    }

    private static SequencedMap<String, Entry> entries(Path file, GgufCursor cursor, int count) {
        SequencedMap<String, Entry> entries = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String name = cursor.text();
            List<Long> shape = shape(cursor);
            entries.put(name, new Entry(type(file, name, cursor.int32()), shape, cursor.int64()));
        }
        return entries;
    }

    private static List<Long> shape(GgufCursor cursor) {
        int dimensions = cursor.int32();
        List<Long> shape = new ArrayList<>();
        for (int i = 0; i < dimensions; i++) {
            shape.addFirst(cursor.int64());
        }
        return List.copyOf(shape);
    }

    private static GgmlType type(Path file, String name, int code) {
        return GgmlType.ofCode(code)
                .orElseThrow(() -> CheckpointException.at(
                        file, "tensor " + name + " of number format " + code, "one of " + GgmlType.names()));
    }

    private void check(String name, Entry entry) {
        long rowSize = entry.shape().isEmpty() ? 1 : entry.shape().getLast();
        if (entry.begin() < 0
                || entry.shape().stream().anyMatch(size -> size < 0)
                || rowSize % entry.type().blockSize() != 0) {
            throw CheckpointException.at(
                    path(), "tensor " + name + " of shape " + entry.shape(), "rows of whole blocks; it is damaged");
        }
        long end = Math.addExact(dataStart + entry.begin(), entry.bytes());
        if (end > mapped.size()) {
            throw CheckpointException.at(
                    path(),
                    mapped.size() + " bytes",
                    "at least " + end + " for tensor " + name + "; the file is incomplete, fetch it again");
        }
    }
}
