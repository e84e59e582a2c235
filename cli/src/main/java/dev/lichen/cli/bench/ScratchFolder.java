package dev.lichen.cli.bench;

import dev.lichen.FileAccessException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Gives work a temporary folder and takes it away afterwards. */
public final class ScratchFolder {
    private ScratchFolder() {}

    /** Does work in a new folder. */
    public static <T> T with(Function<Path, T> work) {
        Path folder = create();
        try {
            return work.apply(folder);
        } finally {
            delete(folder);
        }
    }

    private static Path create() {
        try {
            return Files.createTempDirectory("lichen-");
        } catch (IOException e) {
            throw new FileAccessException("create a folder in", Path.of(System.getProperty("java.io.tmpdir")), e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new FileAccessException("delete", folder, e);
        }
    }
}
