package dev.lichen.lm.checkpoint;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes small GGUF files of float32 tensors for tests. */
final class GgufWriter {

    private static final int ALIGNMENT = 32;

    private final Map<String, Object> metadata = new LinkedHashMap<>();
    private final List<HostTensor> tensors = new ArrayList<>();

    GgufWriter put(String key, Object value) {
        metadata.put(key, value);
        return this;
    }

    GgufWriter add(String name, List<Long> shape, float... values) {
        tensors.add(HostTensor.of(name, shape, values));
        return this;
    }

    byte[] toBytes() {
        Sink sink = new Sink();
        sink.text4("GGUF").int32(3).int64(tensors.size()).int64(metadata.size());
        metadata.forEach((key, value) -> sink.text(key).value(value));
        long offset = 0;
        for (HostTensor tensor : tensors) {
            sink.text(tensor.name()).int32(tensor.shape().size());
            tensor.shape().reversed().forEach(sink::int64);
            sink.int32(0).int64(offset);
            offset += Math.ceilDiv(4L * tensor.size(), ALIGNMENT) * ALIGNMENT;
        }
        for (HostTensor tensor : tensors) {
            sink.align();
            for (float value : tensor.toArray()) {
                sink.int32(Float.floatToRawIntBits(value));
            }
        }
        return sink.bytes();
    }

    private static final class Sink {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Sink text4(String text) {
            out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
            return this;
        }

        Sink text(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            int64(bytes.length);
            out.writeBytes(bytes);
            return this;
        }

        Sink int32(int value) {
            byte[] bytes = new byte[4];
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(value);
            out.writeBytes(bytes);
            return this;
        }

        Sink int64(long value) {
            byte[] bytes = new byte[8];
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(value);
            out.writeBytes(bytes);
            return this;
        }

        void value(Object value) {
            int type = type(value);
            int32(type);
            if (value instanceof List<?> list) {
                int32(type(list.getFirst())).int64(list.size());
                list.forEach(element -> content(type(element), element));
            } else {
                content(type, value);
            }
        }

        void align() {
            while (out.size() % ALIGNMENT != 0) {
                out.write(0);
            }
        }

        byte[] bytes() {
            return out.toByteArray();
        }

        private void content(int type, Object value) {
            switch (type) {
                case 4 -> int32((Integer) value);
                case 6 -> int32(Float.floatToRawIntBits((Float) value));
                case 7 -> out.write((Boolean) value ? 1 : 0);
                case 10 -> int64((Long) value);
                case 12 -> int64(Double.doubleToRawLongBits((Double) value));
                default -> text((String) value);
            }
        }

        private static int type(Object value) {
            return switch (value) {
                case Integer i -> 4;
                case Float f -> 6;
                case Boolean b -> 7;
                case List<?> l -> 9;
                case Long l -> 10;
                case Double d -> 12;
                default -> 8;
            };
        }
    }
}
