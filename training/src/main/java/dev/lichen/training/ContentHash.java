package dev.lichen.training;

import dev.lichen.FileAccessException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** Hashes what a run reads, so that a run folder says which data and which model it came from. */
public final class ContentHash {

    private static final int BUFFER_BYTES = 1 << 20;

    private ContentHash() {}

    /**
     * Returns the SHA-256 of a file's bytes, or of a folder's file names and bytes, in hexadecimal digits.
     *
     * @throws FileAccessException if it cannot be read
     */
    public static String of(Path path) {
        try {
            return HexFormat.of().formatHex(Files.isDirectory(path) ? folder(path) : file(path));
        } catch (IOException e) {
            throw new FileAccessException("read", path, e);
        }
    }

    private static byte[] folder(Path folder) throws IOException {
        MessageDigest digest = sha256();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(folder.relativize(path).toString().getBytes(StandardCharsets.UTF_8));
                digest.update(file(path));
            }
        }
        return digest.digest();
    }

    private static byte[] file(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return digest.digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
