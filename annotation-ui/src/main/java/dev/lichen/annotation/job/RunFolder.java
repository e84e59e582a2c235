package dev.lichen.annotation.job;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lichen.FileAccessException;
import dev.lichen.annotation.store.CanonicalJson;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The run folder of a job and the log beside it, of which the app only reads. */
public final class RunFolder {

    private static final int LOG_TAIL_BYTES = 1 << 16;

    private final Path folder;

    RunFolder(Path runs, String name) {
        this.folder = runs.resolve(name);
    }

    /** Returns the folder. */
    public Path path() {
        return folder;
    }

    /** Returns the file that the process's output goes to. */
    public Path log() {
        return folder.resolveSibling(folder.getFileName() + ".log");
    }

    /** Returns the last lines of the log, oldest first. */
    public List<String> logTail(int lines) {
        if (!Files.exists(log())) {
            return List.of();
        }
        try (RandomAccessFile file = new RandomAccessFile(log().toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(LOG_TAIL_BYTES, file.length())];
            file.seek(file.length() - tail.length);
            file.readFully(tail);
            List<String> all = new String(tail, StandardCharsets.UTF_8).lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            throw new FileAccessException("read", log(), e);
        }
    }

    /** Returns whether there is anything of the run. */
    boolean exists() {
        return Files.exists(folder);
    }

    /** Makes the folder of all runs. */
    void createParent() {
        Path runs = folder.toAbsolutePath().resolveSibling("");
        try {
            Files.createDirectories(runs);
        } catch (IOException e) {
            throw new FileAccessException("make", runs, e);
        }
    }

    /** Returns what {@code run.json} says: {@code running}, {@code interrupted}, {@code failed} or {@code done}. */
    Optional<String> state() {
        return runFile().map(json -> json.path("state").asText());
    }

    /** Returns why the run ended, if {@code run.json} says. */
    Optional<String> reason() {
        return runFile().map(json -> json.path("reason").asText()).filter(text -> !text.isEmpty());
    }

    /** Returns whether a line of stages wrote its report, which it does last. */
    boolean hasReport() {
        return Files.exists(folder.resolve("report.json"));
    }

    /** Returns how many bytes deleting the run would free. */
    public long bytes() {
        try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            return files.filter(Files::isRegularFile).mapToLong(RunFolder::size).sum();
        } catch (IOException e) {
            throw new FileAccessException("read", folder, e);
        }
    }

    /** Deletes the folder and the log; links are deleted, not followed. */
    void delete() {
        try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
            Files.deleteIfExists(log());
        } catch (IOException e) {
            throw new FileAccessException("delete", folder, e);
        }
    }

    private Optional<JsonNode> runFile() {
        Path file = folder.resolve("run.json");
        try {
            return Files.exists(file) ? Optional.of(CanonicalJson.tree(Files.readString(file))) : Optional.empty();
        } catch (IOException e) {
            throw new FileAccessException("read", file, e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new FileAccessException("read", file, e);
        }
    }
}
