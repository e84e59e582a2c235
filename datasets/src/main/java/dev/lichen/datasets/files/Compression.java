package dev.lichen.datasets.files;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/** Packs and unpacks whole files: recognised by the first bytes when read, chosen by the name when written. */
enum Compression {
    NONE("a plain"),
    GZIP("a gzip"),
    ZSTD("a zstd");

    private static final int BUFFER = 1 << 16;

    private final String article;

    Compression(String article) {
        this.article = article;
    }

    /** Returns what the first bytes of a file say. */
    static Compression of(byte[] head) {
        if (head.length >= 2 && (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B) {
            return GZIP;
        }
        boolean zstd = head.length >= 4
                && (head[0] & 0xFF) == 0x28
                && (head[1] & 0xFF) == 0xB5
                && head[2] == 0x2F
                && (head[3] & 0xFF) == 0xFD;
        return zstd ? ZSTD : NONE;
    }

    /** Returns what the name of a file asks for: {@code .gz}, {@code .zst} or {@code .zstd}, or nothing. */
    static Compression named(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".gz")) {
            return GZIP;
        }
        return name.endsWith(".zst") || name.endsWith(".zstd") ? ZSTD : NONE;
    }

    /** Returns the unpacked bytes, as a stream that supports marks. */
    InputStream unpack(InputStream input) throws IOException {
        return switch (this) {
            case NONE -> input;
            case GZIP -> new BufferedInputStream(new GZIPInputStream(input, BUFFER), BUFFER);
            case ZSTD -> new BufferedInputStream(new ZstdInputStream(input), BUFFER);
        };
    }

    /** Returns a stream that packs what is written to it. */
    OutputStream pack(OutputStream output) throws IOException {
        return switch (this) {
            case NONE -> output;
            case GZIP -> new GZIPOutputStream(output, BUFFER);
            case ZSTD -> new ZstdOutputStream(output);
        };
    }

    /** Returns whether a failure to read is damage of the packed stream, and no failure of the disk. */
    static boolean isDamage(IOException e) {
        return e instanceof EOFException || e instanceof ZipException || e instanceof ZstdIOException;
    }

    /** Returns the name with its article. */
    @Override
    public String toString() {
        return article;
    }
}
