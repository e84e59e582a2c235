package dev.lichen.datasets.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.airlift.compress.lz4.Lz4Compressor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class Lz4BlockTest {

    /** One literal, fourteen bytes from one back, which overlap; then five literals. */
    private static final byte[] TWENTY = HexFormat.of().parseHex("1a61010050" + "6161616161");

    @Test
    void literalsAndOverlappingMatchesAreUnpacked() throws IOException {
        assertEquals("hello", text(HexFormat.of().parseHex("5068656c6c6f"), 5));
        assertEquals("a".repeat(20), text(TWENTY, 20));
        assertEquals("b".repeat(20), text(HexFormat.of().parseHex("f005" + "62".repeat(20)), 20));
    }

    @Test
    void whatAnotherLibraryPacksIsUnpacked() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        for (int size = 0; size < 3000; size += 97) {
            byte[] data = new byte[size];
            for (int i = 0; i < size; i++) {
                data[i] = (byte) (i > 40 && random.nextInt(4) > 0 ? data[i - 40] : random.nextInt(256));
            }
            byte[] packed = packed(data);
            assertArrayEquals(data, Lz4Block.unpack(packed, size));
            assertArrayEquals(data, Lz4Block.unpackFramed(packed, size));
            assertArrayEquals(data, Lz4Block.unpackFramed(framed(packed, size), size));
        }
    }

    @Test
    void damageIsAnIoException() {
        for (int length = 0; length < TWENTY.length; length++) {
            byte[] cut = Arrays.copyOf(TWENTY, length);
            assertThrows(IOException.class, () -> Lz4Block.unpack(cut, 20));
        }
        assertThrows(IOException.class, () -> Lz4Block.unpack(TWENTY, 19));
        assertThrows(IOException.class, () -> Lz4Block.unpack(HexFormat.of().parseHex("1a61000050"), 20));
        assertThrows(IOException.class, () -> Lz4Block.unpack(HexFormat.of().parseHex("1a61090050"), 20));
        assertThrows(IOException.class, () -> Lz4Block.unpackFramed(framed(TWENTY, 40), 40));
    }

    private static String text(byte[] packed, int size) throws IOException {
        return new String(Lz4Block.unpack(packed, size), StandardCharsets.UTF_8);
    }

    private static byte[] packed(byte[] data) {
        Lz4Compressor compressor = new Lz4Compressor();
        byte[] packed = new byte[compressor.maxCompressedLength(data.length)];
        return Arrays.copyOf(packed, compressor.compress(data, 0, data.length, packed, 0, packed.length));
    }

    private static byte[] framed(byte[] packed, int size) {
        return ByteBuffer.allocate(8 + packed.length)
                .putInt(size)
                .putInt(packed.length)
                .put(packed)
                .array();
    }
}
