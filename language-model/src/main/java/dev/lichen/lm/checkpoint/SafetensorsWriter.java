package dev.lichen.lm.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Writes tensors one after another through a small buffer, hashing what it writes. */
final class SafetensorsWriter {

    private static final int BUFFER_BYTES = 1 << 20;
    private static final int ALIGNMENT = 8;
    private static final JsonMapper JSON = new JsonMapper();

    private final TensorSource tensors;
    private final ElementType storage;
    private final MessageDigest sha256 = Sha256.start();

    SafetensorsWriter(TensorSource tensors, ElementType storage) {
        this.tensors = tensors;
        this.storage = storage;
    }

    void writeTo(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            write(channel, header());
            ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (Map.Entry<String, List<Long>> tensor : tensors.shapes().entrySet()) {
                write(channel, buffer, lend(tensor.getKey(), tensor.getValue()));
            }
        }
    }

    /** Returns the SHA-256 of everything written. */
    String digest() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    private HostTensor lend(String name, List<Long> shape) {
        HostTensor tensor = tensors.lend(name);
        if (!tensor.shape().equals(shape)) {
            throw new IllegalStateException("tensor " + tensor + " was announced with shape " + shape);
        }
        return tensor;
    }

    private void write(WritableByteChannel channel, ByteBuffer buffer, HostTensor tensor) throws IOException {
        FloatBuffer data = tensor.data();
        while (data.hasRemaining()) {
            buffer.clear();
            storage.encode(data, buffer);
            write(channel, buffer.flip());
        }
    }

    private void write(WritableByteChannel channel, ByteBuffer bytes) throws IOException {
        sha256.update(bytes.duplicate());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** The length and the JSON, padded with spaces so that the data begins at a multiple of eight bytes. */
    private ByteBuffer header() throws JsonProcessingException {
        byte[] json = JSON.writeValueAsString(description()).getBytes(StandardCharsets.UTF_8);
        int padded = Math.ceilDiv(json.length, ALIGNMENT) * ALIGNMENT;
        ByteBuffer header = ByteBuffer.allocate(Long.BYTES + padded).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(padded).put(json);
        header.put(" ".repeat(padded - json.length).getBytes(StandardCharsets.UTF_8));
        return header.flip();
    }

    private ObjectNode description() {
        ObjectNode root = JSON.createObjectNode();
        root.putObject("__metadata__").put("format", "pt");
        long begin = 0;
        for (Map.Entry<String, List<Long>> tensor : tensors.shapes().entrySet()) {
            long end = begin + HostTensor.count(tensor.getValue()) * storage.bytes();
            ObjectNode entry = root.putObject(tensor.getKey()).put("dtype", storage.code());
            tensor.getValue().forEach(entry.putArray("shape")::add);
            entry.putArray("data_offsets").add(begin).add(end);
            begin = end;
        }
        return root;
    }
}
