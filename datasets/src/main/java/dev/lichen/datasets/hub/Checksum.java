package dev.lichen.datasets.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What the content of a file must give.
 *
 * @param kind how it is computed
 * @param hexadecimal the digest in lower case
 */
public record Checksum(Kind kind, String hexadecimal) {

    static final Pattern SHA256_FORM = Pattern.compile("[0-9a-f]{64}");
    static final Pattern BLOB_FORM = Pattern.compile("[0-9a-f]{40}");

    private static final int BUFFER = 1 << 16;

    /** How a digest is computed. */
    public enum Kind {
        /** SHA-256 of the bytes, as Git LFS names files. */
        SHA_256("SHA-256"),
        /** SHA-1 of {@code "blob SIZE\0"} and the bytes, as Git names files. */
        GIT_BLOB("SHA-1");

        private final String algorithm;

        Kind(String algorithm) {
            this.algorithm = algorithm;
        }
    }

    /** Computes the digest of a file. */
    static Checksum of(Path file, Kind kind) throws IOException {
        MessageDigest digest = digest(kind.algorithm);
        if (kind == Kind.GIT_BLOB) {
            digest.update(("blob " + Files.size(file) + "\0").getBytes(StandardCharsets.US_ASCII));
        }
        byte[] buffer = new byte[BUFFER];
        try (InputStream input = Files.newInputStream(file)) {
            for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return new Checksum(kind, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
