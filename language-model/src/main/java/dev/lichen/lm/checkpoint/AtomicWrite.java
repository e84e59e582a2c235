package dev.lichen.lm.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes a file or a folder beside its place, forces it to the disk, and moves it there: it is complete or absent.
 *
 * <p>A failure leaves what stood there before as it was, and nothing half-written; what a killed process leaves is hidden
 * beside the place and removed by the next write.
 */
public final class AtomicWrite {

    private static final String PARTIAL = "partial";
    private static final String OLDER = "older";

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
            writeAndMove(Files.createFile(vacant(target, PARTIAL)), target, writer);
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
            writeAndMove(Files.createDirectory(vacant(target, PARTIAL)), target, writer);
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
        Path older = vacant(target, OLDER);
        Files.move(target, older, StandardCopyOption.ATOMIC_MOVE);
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        deleteAll(older);
    }

    /** Returns a hidden path beside the target that is this process's own; what killed processes left there is removed. */
    private static Path vacant(Path target, String role) throws IOException {
        for (Path leftover : leftovers(target, role)) {
            deleteAll(leftover);
        }
        return hidden(target, role, ProcessHandle.current().pid());
    }

    /**
     * Puts an older folder back if a process was killed in the instant between moving it away and moving the new one there.
     *
     * @throws CheckpointException if it cannot be moved
     */
    static void recover(Path target) {
        run(target, () -> {
            if (!Files.exists(target) && Files.isDirectory(parent(target))) {
                for (Path older : leftovers(target, OLDER)) {
                    Files.move(older, target, StandardCopyOption.ATOMIC_MOVE);
                    return;
                }
            }
        });
    }

    /** Returns what this process, or processes that no longer run, have left beside the target. */
    private static List<Path> leftovers(Path target, String role) throws IOException {
        String prefix = ".%s.%s-".formatted(target.getFileName(), role);
        try (Stream<Path> siblings = Files.list(parent(target))) {
            return siblings.filter(path -> isAbandoned(String.valueOf(path.getFileName()), prefix))
                    .toList();
        }
    }

    private static boolean isAbandoned(String name, String prefix) {
        if (!name.startsWith(prefix) || !name.substring(prefix.length()).matches("\\d{1,18}")) {
            return false;
        }
        long process = Long.parseLong(name.substring(prefix.length()));
        return process == ProcessHandle.current().pid()
                || ProcessHandle.of(process).isEmpty();
    }

    private static Path hidden(Path target, String role, long process) {
        return parent(target).resolve(".%s.%s-%d".formatted(target.getFileName(), role, process));
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
