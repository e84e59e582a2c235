package dev.lichen.datasets.files;

import com.github.luben.zstd.ZstdIOException;
import dev.lichen.FileAccessException;
import dev.lichen.LichenException;
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.Place;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An open data file: what contains its records, and the unpacked bytes from the first on.
 *
 * @param container recognised from the content
 * @param input after the byte order mark, if there is one
 */
record DataFile(Container container, InputStream input) implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final String KNOWN =
            "JSON lines, a JSON array, CSV, TSV or Parquet, text in UTF-8; plain, gzip or zstd";

    /**
     * Opens a file.
     *
     * @throws DataFormatException naming what the file is, if it can hold no records
     */
    static DataFile open(Path file, ReadProgress progress) throws IOException {
        if (Files.isDirectory(file)) {
            throw new DataFormatException("Bad data file", Place.of(file), "a folder", "a file");
        }
        CountingStream counted = new CountingStream(Files.newInputStream(file), Files.size(file), progress);
        InputStream raw = new BufferedInputStream(counted, BUFFER);
        try {
            DataFile opened = recognise(file, raw);
            if (opened.container() == Container.PARQUET) {
                counted.silence();
            }
            return opened;
        } catch (IOException | LichenException e) {
            raw.close();
            throw e;
        }
    }

    /** Names a failure to read: damage of a packed file is the file's fault, all else the file system's. */
    static LichenException failure(Path file, IOException e) {
        if (!Compression.isDamage(e)) {
            return new FileAccessException("read", file, e);
        }
        String kind = e instanceof ZstdIOException ? "zstd" : "gzip";
        return new DataFormatException(
                "Damaged " + kind + " file",
                Place.of(file),
                "\"" + e.getMessage() + "\"",
                "a complete " + kind + " stream",
                e);
    }

    private static DataFile recognise(Path file, InputStream raw) throws IOException {
        Compression compression = Compression.of(peek(raw));
        InputStream input = compression.unpack(raw);
        byte[] marked = peek(input);
        if (marked.length >= 3
                && (marked[0] & 0xFF) == 0xEF
                && (marked[1] & 0xFF) == 0xBB
                && (marked[2] & 0xFF) == 0xBF) {
            input.skipNBytes(3);
        }
        byte[] head = peek(input);
        ForeignContent.of(head).ifPresent(found -> refuse(file, found));
        Container container = Container.of(file, head).orElseThrow(() -> foreign(file, ForeignContent.beginning(head)));
        if (container == Container.PARQUET && compression != Compression.NONE) {
            refuse(file, "a Parquet file inside " + compression + " file; unpack it first");
        }
        return new DataFile(container, input);
    }

    private static void refuse(Path file, String found) {
        throw foreign(file, found);
    }

    private static DataFormatException foreign(Path file, String found) {
        return new DataFormatException("Not a data file", Place.of(file), found, KNOWN);
    }

    private static byte[] peek(InputStream input) throws IOException {
        input.mark(BUFFER);
        byte[] head = input.readNBytes(BUFFER);
        input.reset();
        return head;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
