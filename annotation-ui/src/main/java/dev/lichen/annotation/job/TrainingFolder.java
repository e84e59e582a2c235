package dev.lichen.annotation.job;

import dev.lichen.FileAccessException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder in which all runs of the app lie, with the files of rankings that they were made from beside them. */
public final class TrainingFolder {

    private final Path runs;

    /** Creates the folder at a path; it is made when it is first written to. */
    public TrainingFolder(Path runs) {
        this.runs = runs;
    }

    /** Returns where the rankings for a run go. */
    public Path rankings(String run) {
        try {
            Files.createDirectories(runs);
        } catch (IOException e) {
            throw new FileAccessException("make", runs, e);
        }
        return runs.resolve(run + "-rankings.jsonl").toAbsolutePath();
    }
}
