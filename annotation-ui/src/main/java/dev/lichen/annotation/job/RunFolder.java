package dev.lichen.annotation.job;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lichen.FileAccessException;
import dev.lichen.annotation.job.Job.ProcessMark;
import dev.lichen.annotation.store.CanonicalJson;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The run folder of a job and the log beside it, which its process writes; the app reads it, and deletes it with its job. */
public final class RunFolder {

    static final String LOG = ".log";
    static final String PROCESS = ".pid";

    private static final int LOG_TAIL_BYTES = 1 << 16;
    private static final int PACE_LINES = 20;
    private static final String METRICS = "metrics.jsonl";

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
        return folder.resolveSibling(folder.getFileName() + LOG);
    }

    /** Returns the file with the number of the run's process. */
    Path processFile() {
        return folder.resolveSibling(folder.getFileName() + PROCESS);
    }

    /** Returns the number of the process that was started last for the run, and when it wrote that down. */
    Optional<ProcessMark> lastProcess() {
        Path file = processFile();
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String number = Files.readString(file).strip();
            return number.matches("\\d{1,18}")
                    ? Optional.of(new ProcessMark(
                            Long.parseLong(number),
                            Files.getLastModifiedTime(file).toInstant()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new FileAccessException("read", file, e);
        }
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

    /** Returns the stages of a line that have measured something, in their order; none for a run of one stage. */
    public List<String> stages() {
        try (Stream<Path> folders = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return folders.filter(stage -> Files.exists(stage.resolve(METRICS)))
                    .sorted(Comparator.comparing(stage -> changed(stage.resolve(METRICS))))
                    .map(stage -> String.valueOf(stage.getFileName()))
                    .toList();
        } catch (IOException e) {
            throw new FileAccessException("read", folder, e);
        }
    }

    /**
     * Returns the folder of one of {@link #stages()}, with measurements and samples of its own.
     *
     * @throws JobException if the line has no such stage
     */
    public RunFolder stage(String name) {
        if (!stages().contains(name)) {
            throw new JobException("No stage " + name + " in " + folder + ": expected one of " + stages());
        }
        return new RunFolder(folder, name);
    }

    /** Returns the measurements from a place in their file on. */
    public RunLines metrics(long place) {
        return new RunLineFile(folder.resolve(METRICS)).from(place);
    }

    /** Returns what the model said, from a place in the file of samples on. */
    public RunLines samples(long place) {
        return new RunLineFile(folder.resolve("samples.jsonl")).from(place);
    }

    /** Returns how far the run is, by the last line of its log that says so. */
    public Optional<RunPace> pace() {
        return RunPace.in(logTail(PACE_LINES));
    }

    /** Returns the page of the run's report, if there is one. */
    public Optional<String> report() {
        Path page = folder.resolve("report.html");
        try {
            return Files.isRegularFile(page) ? Optional.of(Files.readString(page)) : Optional.empty();
        } catch (IOException e) {
            throw new FileAccessException("read", page, e);
        }
    }

    /** Returns what deleting the run would take away: the parts of its folder and the log, the largest first. */
    public List<RunPart> parts() {
        try (Stream<Path> top = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            Stream<Path> log = Stream.of(log()).filter(Files::exists);
            return Stream.concat(top, log)
                    .map(RunFolder::part)
                    .sorted(Comparator.comparingLong(RunPart::bytes).reversed().thenComparing(RunPart::name))
                    .toList();
        } catch (IOException e) {
            throw new FileAccessException("read", folder, e);
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
        return parts().stream().mapToLong(RunPart::bytes).sum();
    }

    /** Deletes the folder and the log; links are deleted, not followed. */
    void delete() {
        try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
            Files.deleteIfExists(log());
            Files.deleteIfExists(processFile());
        } catch (IOException e) {
            throw new FileAccessException("delete", folder, e);
        }
    }

    private Optional<JsonNode> runFile() {
        Path file = folder.resolve("run.json");
        try {
            return Files.exists(file) ? CanonicalJson.parse(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new FileAccessException("read", file, e);
        }
    }

    /** A stage writes its file until the next one begins, so the last change orders them. */
    private static FileTime changed(Path metrics) {
        try {
            return Files.getLastModifiedTime(metrics);
        } catch (IOException e) {
            throw new FileAccessException("read", metrics, e);
        }
    }

    private static RunPart part(Path path) {
        try (Stream<Path> all = Files.walk(path)) {
            List<Long> sizes =
                    all.filter(Files::isRegularFile).map(RunFolder::size).toList();
            return new RunPart(
                    String.valueOf(path.getFileName()),
                    sizes.size(),
                    sizes.stream().mapToLong(Long::longValue).sum());
        } catch (IOException e) {
            throw new FileAccessException("read", path, e);
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
