package dev.lichen.training;

import dev.lichen.lm.checkpoint.CheckpointException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * Lists what a checkpoint holds, so that a foreign, damaged or older one is known before anything is read from it.
 *
 * @param format always {@value #FORMAT}
 * @param step how many steps were done
 * @param parts the parts' names, in the order in which they were written
 * @param files size and checksum of every file, by its path inside the checkpoint
 */
record CheckpointManifest(String format, long step, List<String> parts, Map<String, FileSummary> files) {

    static final String FORMAT = "lichen-checkpoint-1";

    private static final String NAME = "checkpoint.json";
    private static final int BUFFER_BYTES = 1 << 20;

    /**
     * Describes one file.
     *
     * @param bytes its size
     * @param crc32c its checksum
     */
    record FileSummary(long bytes, long crc32c) {}

    static CheckpointManifest of(long step, List<String> parts, Path folder) throws IOException {
        return new CheckpointManifest(FORMAT, step, parts, summaries(folder));
    }

    void writeTo(Path folder) throws IOException {
        Files.writeString(folder.resolve(NAME), Json.pretty(this));
    }

    /** Reads the manifest of a checkpoint that should hold these parts, and checks every file against it. */
    static CheckpointManifest verified(Path folder, List<String> parts) throws IOException {
        if (!Files.exists(folder.resolve(NAME))) {
            throw fault(folder, "a folder without " + NAME, "a checkpoint of lichen");
        }
        CheckpointManifest manifest = Json.read(folder.resolve(NAME), CheckpointManifest.class);
        if (!manifest.format.equals(FORMAT)) {
            throw fault(folder, "the format " + manifest.format, FORMAT);
        }
        if (!manifest.parts.equals(parts)) {
            throw fault(folder, "a checkpoint of " + manifest.parts, "one of " + parts);
        }
        manifest.requireSame(folder, summaries(folder));
        return manifest;
    }

    private void requireSame(Path folder, Map<String, FileSummary> present) {
        files.forEach((name, expected) -> {
            FileSummary found = present.get(name);
            if (found == null) {
                throw fault(folder.resolve(name), "no file", expected.bytes() + " bytes");
            }
            if (!found.equals(expected)) {
                throw fault(
                        folder.resolve(name),
                        "%d bytes with checksum %08x".formatted(found.bytes(), found.crc32c()),
                        "%d bytes with checksum %08x".formatted(expected.bytes(), expected.crc32c()));
            }
        });
    }

    private static CheckpointException fault(Path place, String found, String expected) {
        return new CheckpointException("%s: found %s, expected %s".formatted(place, found, expected));
    }

    private static Map<String, FileSummary> summaries(Path folder) throws IOException {
        Map<String, FileSummary> summaries = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                summaries.put(folder.relativize(file).toString().replace('\\', '/'), summary(file));
            }
        }
        summaries.remove(NAME);
        return summaries;
    }

    private static FileSummary summary(Path file) throws IOException {
        CRC32C checksum = new CRC32C();
        byte[] buffer = new byte[BUFFER_BYTES];
        long bytes = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                checksum.update(buffer, 0, read);
                bytes += read;
            }
        }
        return new FileSummary(bytes, checksum.getValue());
    }
}
