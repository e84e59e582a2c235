package dev.lichen.cli.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lichen.FileAccessException;
import dev.lichen.lm.checkpoint.AtomicWrite;
import dev.lichen.training.RunDirectoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Remembers in {@code stages.json} which stages of a line are done and how long each took. */
public final class StageManifest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path file;
    private final List<Entry> entries;

    /**
     * What is known of a stage.
     *
     * @param name the stage
     * @param done whether it is done
     * @param seconds of work, interrupted attempts included
     */
    public record Entry(String name, boolean done, double seconds) {}

    private record Contents(List<Entry> stages) {}

    private StageManifest(Path file, List<Entry> entries) {
        this.file = file;
        this.entries = new ArrayList<>(entries);
    }

    /** Reads the manifest of a line's folder; empty if there is none yet. */
    public static StageManifest open(Path folder) {
        Path file = folder.resolve("stages.json");
        try {
            boolean exists = Files.exists(file);
            return new StageManifest(
                    file,
                    exists
                            ? MAPPER.readValue(Files.readString(file), Contents.class)
                                    .stages()
                            : List.of());
        } catch (JsonProcessingException e) {
            throw new RunDirectoryException(folder, "its stages.json is damaged: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new FileAccessException("read", file, e);
        }
    }

    /** Returns whether a stage is done. */
    public boolean isDone(String stage) {
        return find(stage).map(Entry::done).orElse(false);
    }

    /** Returns every stage that was begun, in order. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Adds work on a stage and writes the file. */
    void add(String stage, boolean done, double seconds) {
        double before = find(stage).map(Entry::seconds).orElse(0.0);
        entries.removeIf(entry -> entry.name().equals(stage));
        entries.add(new Entry(stage, done, before + seconds));
        AtomicWrite.file(
                file,
                path -> Files.writeString(
                        path, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(new Contents(entries))));
    }

    private Optional<Entry> find(String stage) {
        return entries.stream().filter(entry -> entry.name().equals(stage)).findFirst();
    }
}
