package dev.lichen.training;

import dev.lichen.FileAccessException;
import dev.lichen.lm.checkpoint.AtomicWrite;
import dev.lichen.lm.checkpoint.CheckpointException;
import dev.lichen.training.TrainingListener.SavedCheckpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps the checkpoints of a run: {@code step-000100/}, each complete or absent.
 *
 * <p>A checkpoint is written under a hidden name beside its place, forced to the disk, and moved there; it is moved
 * away again before its files are deleted. A process killed at any moment, or a full disk, therefore leaves the earlier
 * checkpoints as they were. The folder of a checkpoint holds the files of its {@linkplain Checkpointable parts} and
 * {@code checkpoint.json} with their sizes and checksums, which are checked before anything is read.
 */
public final class CheckpointStore {

    private static final Pattern NAME = Pattern.compile("step-(\\d{6,})");

    private final Path folder;
    private final int keepLast;

    /**
     * Opens the checkpoints in a folder, and removes what a killed process left half-written there.
     *
     * @param folder where the checkpoints are; made when the first is written
     * @param keepLast how many to keep, at least 1; older ones are deleted after each write
     */
    public CheckpointStore(Path folder, int keepLast) {
        if (keepLast < 1) {
            throw new IllegalArgumentException("keepLast must be at least 1, was " + keepLast);
        }
        this.folder = folder;
        this.keepLast = keepLast;
        removeLeftovers();
    }

    /**
     * Writes a checkpoint, then deletes the oldest beyond those to keep.
     *
     * @param stepsDone after how many steps; a checkpoint of the same step stays as it is, for it holds the same
     * @throws CheckpointException if the disk refuses; the earlier checkpoints are as they were
     */
    public SavedCheckpoint write(long stepsDone, List<? extends Checkpointable> parts) {
        Path target = folder.resolve("step-%06d".formatted(stepsDone));
        if (!Files.exists(target)) {
            AtomicWrite.folder(target, partial -> writeParts(partial, stepsDone, parts));
        }
        removeOldest();
        return new SavedCheckpoint(stepsDone, target);
    }

    /** Returns the checkpoint of the highest step, absent when there is none. */
    public Optional<SavedCheckpoint> latest() {
        List<SavedCheckpoint> all = all();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** Returns all checkpoints, the earliest first. */
    public List<SavedCheckpoint> all() {
        return list().stream()
                .flatMap(CheckpointStore::parse)
                .sorted(Comparator.comparingLong(SavedCheckpoint::stepsDone))
                .toList();
    }

    /**
     * Gives the parts the state of the latest checkpoint.
     *
     * @return how many steps it holds; 0, and nothing is read, when there is no checkpoint
     * @throws CheckpointException if it is of other parts, or its files are not those that were written
     */
    public long restoreLatest(List<? extends Checkpointable> parts) {
        Optional<SavedCheckpoint> latest = latest();
        latest.ifPresent(checkpoint -> read(checkpoint, parts));
        return latest.map(SavedCheckpoint::stepsDone).orElse(0L);
    }

    /**
     * Gives the parts the state of a checkpoint.
     *
     * @throws CheckpointException if it is of other parts, or its files are not those that were written
     */
    public void read(SavedCheckpoint checkpoint, List<? extends Checkpointable> parts) {
        try {
            CheckpointManifest.verified(checkpoint.folder(), names(parts));
            for (Checkpointable part : parts) {
                part.readFrom(checkpoint.folder());
            }
        } catch (IOException e) {
            throw new FileAccessException("read", checkpoint.folder(), e);
        }
    }

    private static void writeParts(Path partial, long stepsDone, List<? extends Checkpointable> parts)
            throws IOException {
        if (new HashSet<>(names(parts)).size() < parts.size()) {
            throw new IllegalArgumentException("two parts have one name: " + names(parts));
        }
        for (Checkpointable part : parts) {
            Set<Path> before = new HashSet<>(list(partial));
            part.writeTo(partial);
            requireOwnNames(part, before, list(partial));
        }
        CheckpointManifest.of(stepsDone, names(parts), partial).writeTo(partial);
    }

    private static void requireOwnNames(Checkpointable part, Set<Path> before, List<Path> after) {
        List<Path> written =
                after.stream().filter(path -> !before.contains(path)).toList();
        boolean own = written.stream().allMatch(path -> fileName(path).startsWith(part.name()));
        if (written.isEmpty() || !own) {
            throw new IllegalStateException(
                    "the part %s wrote %s, not files named after it".formatted(part.name(), written));
        }
    }

    private static List<String> names(List<? extends Checkpointable> parts) {
        return parts.stream().map(Checkpointable::name).toList();
    }

    private static Stream<SavedCheckpoint> parse(Path path) {
        Matcher name = NAME.matcher(fileName(path));
        return name.matches() ? Stream.of(new SavedCheckpoint(Long.parseLong(name.group(1)), path)) : Stream.empty();
    }

    private void removeOldest() {
        List<SavedCheckpoint> all = all();
        all.subList(0, Math.max(0, all.size() - keepLast)).forEach(checkpoint -> remove(checkpoint.folder()));
    }

    private void remove(Path checkpoint) {
        try {
            Path hidden = folder.resolve("." + fileName(checkpoint) + ".removed");
            deleteAll(Files.move(checkpoint, hidden, StandardCopyOption.ATOMIC_MOVE));
        } catch (IOException e) {
            throw new FileAccessException("remove", checkpoint, e);
        }
    }

    private void removeLeftovers() {
        try {
            for (Path path : list()) {
                if (fileName(path).startsWith(".step-")) {
                    deleteAll(path);
                }
            }
        } catch (IOException e) {
            throw new FileAccessException("clean", folder, e);
        }
    }

    private static void deleteAll(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.toList().reversed()) {
                Files.delete(path);
            }
        }
    }

    private List<Path> list() {
        try {
            return Files.isDirectory(folder) ? list(folder) : List.of();
        } catch (IOException e) {
            throw new FileAccessException("read", folder, e);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.toList();
        }
    }

    private static String fileName(Path path) {
        return String.valueOf(path.getFileName());
    }
}
