package dev.lichen.datasets.files;

import dev.lichen.FileAccessException;
import dev.lichen.LichenException;
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.Place;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opens data files, unpacks gzip, and refuses what is no JSON under its true name. */
final class DataFile {

    private static final int BUFFER = 1 << 16;
    private static final int PEEK = 512;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private DataFile() {}

    /** Opens a file at its first JSON byte; the stream supports marks. */
    static InputStream open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new DataFormatException("Bad data file", Place.of(file), "a folder", "a file");
        }
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            return unpack(file, raw);
        } catch (IOException | LichenException e) {
            raw.close();
            throw e;
        }
    }

    /** Returns whether the first character that is not white space opens an array; reads nothing. */
    static boolean startsWithBracket(InputStream input) throws IOException {
        input.mark(BUFFER);
        int next = input.read();
        for (int i = 1; i < BUFFER && next >= 0 && next <= ' '; i++) {
            next = input.read();
        }
        input.reset();
        return next == '[';
    }

    /** Names a failure to read: damage of a gzip file is the file's fault, all else the file system's. */
    static LichenException failure(Path file, IOException e) {
        if (e instanceof EOFException || e instanceof ZipException) {
            return new DataFormatException(
                    "Damaged gzip file", Place.of(file), "\"" + e.getMessage() + "\"", "a complete gzip stream", e);
        }
        return new FileAccessException("read", file, e);
    }

    private static InputStream unpack(Path file, InputStream raw) throws IOException {
        byte[] head = peek(raw);
        if (startsWith(head, 0x1F, 0x8B)) {
            InputStream unpacked = new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER);
            refuseForeign(file, peek(unpacked));
            return skipByteOrderMark(unpacked);
        }
        refuseForeign(file, head);
        return skipByteOrderMark(raw);
    }

    private static InputStream skipByteOrderMark(InputStream input) throws IOException {
        if (startsWith(peek(input), 0xEF, 0xBB, 0xBF)) {
            input.skipNBytes(BYTE_ORDER_MARK.length);
        }
        return input;
    }

    private static void refuseForeign(Path file, byte[] head) {
        String found = foreign(head);
        if (!found.isEmpty()) {
            throw new DataFormatException(
                    "Not a JSON file", Place.of(file), found, "JSON lines or a JSON array, in UTF-8, gzip or not");
        }
    }

    private static String foreign(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.isEmpty()) {
            return "an empty file";
        }
        if (text.startsWith("version https://git-lfs")) {
            return "a Git LFS pointer; fetch the data itself with \"git lfs pull\"";
        }
        if (text.startsWith("PAR1")) {
            return "a Parquet file";
        }
        if (startsWith(head, 0x28, 0xB5, 0x2F, 0xFD)) {
            return "a zstd file; unpack it with \"zstd -d\"";
        }
        if (startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF)) {
            return "text in UTF-16";
        }
        if (text.indexOf('\0') >= 0) {
            return "binary data";
        }
        return looksLikeJson(text) ? "" : "text that begins with \"" + beginning(text) + "\"";
    }

    private static boolean looksLikeJson(String text) {
        String mark = new String(BYTE_ORDER_MARK, StandardCharsets.ISO_8859_1);
        String content = (text.startsWith(mark) ? text.substring(mark.length()) : text).stripLeading();
        return content.isEmpty() || content.startsWith("{") || content.startsWith("[");
    }

    private static String beginning(String text) {
        String first = text.strip().lines().findFirst().orElse("");
        return first.replaceAll("[^ -~]", "?").substring(0, Math.min(first.length(), 40));
    }

    private static byte[] peek(InputStream input) throws IOException {
        input.mark(PEEK);
        byte[] head = input.readNBytes(PEEK);
        input.reset();
        return head;
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
