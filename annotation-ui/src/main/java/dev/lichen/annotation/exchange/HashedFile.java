package dev.lichen.annotation.exchange;

import dev.lichen.FileAccessException;
import dev.lichen.annotation.store.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Computes the hash of a file's bytes. */
final class HashedFile {

    private static final int BUFFER = 1 << 16;

    private HashedFile() {}

    /** Returns SHA-256 in hexadecimal. */
    static String sha256(Path file) {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream input = Files.newInputStream(file)) {
            for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new FileAccessException("read", file, e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
