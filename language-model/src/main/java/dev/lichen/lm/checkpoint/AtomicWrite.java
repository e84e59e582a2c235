package dev.lichen.lm.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * Writes a file or a folder beside its place, forces it to the disk, and moves it there: it is complete or absent.
 *
 * <p>A failure leaves what stood there before as it was, and nothing half-written.
 */
public final class AtomicWrite {

    private AtomicWrite() {}

    /** Writes something at a path. */
    @FunctionalInterface
    public interface PathWriter {
        /**
         * Writes a file at this path, or files into this folder.
         *
         * @throws IOException if it cannot be written
         */
        void writeTo(Path path) throws IOException;
    }

    /**
     * Writes one file.
     *
     * @throws CheckpointException if it cannot be written
     */
    public static void file(Path target, PathWriter writer) {
        run(target, () -> {
            Files.createDirectories(parent(target));
            writeAndMove(Files.createFile(vacant(target, "partial")), target, writer);
        });
    }

    /**
     * Writes a folder; an older one of that name is replaced only when the new one is complete.
     *
     * @throws CheckpointException if it cannot be written
     */
    public static void folder(Path target, PathWriter writer) {
        run(target, () -> {
            Files.createDirectories(parent(target));
            writeAndMove(Files.createDirectory(vacant(target, "partial")), target, writer);
        });
    }

    private static void writeAndMove(Path partial, Path target, PathWriter writer) throws IOException {
        try {
            writer.writeTo(partial);
            force(partial);
            replace(partial, target);
            forceOne(parent(target));
        } finally {
            deleteAll(partial);
        }
    }

    private static void replace(Path partial, Path target) throws IOException {
        if (!Files.isDirectory(target)) {
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        Path older = vacant(target, "older");
        Files.move(target, older, StandardCopyOption.ATOMIC_MOVE);
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        deleteAll(older);
    }

    /** Returns a hidden path beside the target that this process owns; what a killed process of the same id left is removed. */
    private static Path vacant(Path target, String role) throws IOException {
        String name = ".%s.%s-%d"
                .formatted(target.getFileName(), role, ProcessHandle.current().pid());
        Path path = parent(target).resolve(name);
        deleteAll(path);
        return path;
    }

    private static void force(Path written) throws IOException {
        try (Stream<Path> paths = Files.walk(written)) {
            for (Path path : paths.toList()) {
                forceOne(path);
            }
        }
    }

    private static void forceOne(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void deleteAll(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.toList().reversed()) {
                Files.delete(path);
            }
        }
    }

    private static Path parent(Path target) {
        Path parent = target.toAbsolutePath().getParent();
        if (parent == null) {
            throw new CheckpointException("Cannot write " + target + ": it has no folder to stand in");
        }
        return parent;
    }

    private static void run(Path target, Action action) {
        try {
            action.run();
        } catch (IOException | UncheckedIOException e) {
            throw failure(target, e);
        }
    }

    private static CheckpointException failure(Path target, Exception cause) {
        return new CheckpointException(
                "Cannot write " + target + ": " + reason(cause) + "; what stood there before is unchanged", cause);
    }

    private static String reason(Exception cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    private interface Action {
        void run() throws IOException;
    }
}
