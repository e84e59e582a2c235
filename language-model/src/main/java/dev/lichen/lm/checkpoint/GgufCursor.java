package dev.lichen.lm.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a GGUF header value by value; running past the end of the file is reported as an incomplete file. */
final class GgufCursor {

    private static final int TEXT = 8;
    private static final int ARRAY = 9;

    private final Path file;
    private final ByteBuffer bytes;

    GgufCursor(Path file, ByteBuffer bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    long position() {
        return bytes.position();
    }

    int int32() {
        require(4);
        return bytes.getInt();
    }

    long int64() {
        require(8);
        return bytes.getLong();
    }

    /** Returns a number of things that follow, each at least one byte long. */
    int count() {
        long count = int64();
        require(count);
        return (int) count;
    }

    String text() {
        byte[] text = new byte[count()];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** Returns a value of this type: String, Boolean, Long, Double, or a List of them. */
    Object value(int type) {
        return switch (type) {
            case 0 -> (long) Byte.toUnsignedInt(int8());
            case 1 -> (long) int8();
            case 2 -> (long) Short.toUnsignedInt(int16());
            case 3 -> (long) int16();
            case 4 -> Integer.toUnsignedLong(int32());
            case 5 -> (long) int32();
            case 6 -> Double.valueOf(Float.toString(Float.intBitsToFloat(int32())));
            case 7 -> int8() != 0;
            case TEXT -> text();
            case ARRAY -> array();
            case 10, 11 -> int64();
            case 12 -> Double.longBitsToDouble(int64());
            default ->
                throw CheckpointException.at(
                        file, "metadata of type " + type, "one of the types 0 to 12; it is damaged");
        };
    }

    private List<Object> array() {
        int type = int32();
        int count = count();
        List<Object> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(value(type));
        }
        return List.copyOf(values);
    }

    private byte int8() {
        require(1);
        return bytes.get();
    }

    private short int16() {
        require(2);
        return bytes.getShort();
    }

    private void require(long count) {
        if (count < 0 || count > bytes.remaining()) {
            throw CheckpointException.at(
                    file,
                    "the end of the file after byte " + bytes.position(),
                    Long.toUnsignedString(count) + " more bytes; it is damaged or incomplete");
        }
    }
}
