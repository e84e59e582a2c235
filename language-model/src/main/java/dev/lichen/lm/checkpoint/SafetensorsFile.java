package dev.lichen.lm.checkpoint;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Gives the tensors of one memory-mapped safetensors file. */
final class SafetensorsFile implements TensorSource {

    private static final int LENGTH_BYTES = 8;
    private static final long LARGEST_HEADER = 100_000_000;

    private final MappedFile mapped;
    private final SafetensorsHeader header;

    private SafetensorsFile(MappedFile mapped, SafetensorsHeader header) {
        this.mapped = mapped;
        this.header = header;
    }

    static SafetensorsFile open(Path file) {
        MappedFile mapped = MappedFile.open(file);
        byte[] json = new byte[headerLength(mapped)];
        mapped.slice(LENGTH_BYTES, json.length).get(json);
        return new SafetensorsFile(mapped, SafetensorsHeader.parse(file, json, mapped.size()));
    }

    @Override
    public SequencedMap<String, List<Long>> shapes() {
        SequencedMap<String, List<Long>> shapes = new LinkedHashMap<>();
        header.entries().forEach((name, entry) -> shapes.put(name, entry.shape()));
        return shapes;
    }

    @Override
    public HostTensor read(String name) {
        SafetensorsHeader.Entry entry = header.entries().get(name);
        if (entry == null) {
            throw CheckpointException.at(header.file(), "no tensor named " + name, "one");
        }
        ByteBuffer bytes = mapped.slice(header.dataStart() + entry.begin(), entry.end() - entry.begin());
        return HostTensor.of(name, entry.shape(), entry.type().decode(bytes));
    }

    private static int headerLength(MappedFile mapped) {
        if (mapped.size() < LENGTH_BYTES) {
            throw CheckpointException.at(
                    mapped.file(), "a file of " + mapped.size() + " bytes", "a safetensors file, which has at least 8");
        }
        long length = mapped.slice(0, LENGTH_BYTES).getLong();
        if (length < 2 || length > Math.min(LARGEST_HEADER, mapped.size() - LENGTH_BYTES)) {
            throw CheckpointException.at(
                    mapped.file(),
                    "a header of " + Long.toUnsignedString(length) + " bytes in a file of " + mapped.size(),
                    "a safetensors file; this one is foreign or incomplete");
        }
        return (int) length;
    }
}
