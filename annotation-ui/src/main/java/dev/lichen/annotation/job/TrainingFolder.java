package dev.lichen.annotation.job;

import dev.lichen.FileAccessException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The folder in which all runs of the app lie, with the files that they were made from beside them. */
public final class TrainingFolder {

    private static final String MODEL = "config.json";
    private static final String RANKINGS = "-rankings.jsonl";
    private static final String OPEN_ITEMS = "-open-items.jsonl";
    private static final String PROMPTS = "-prompts.jsonl";
    private static final String HELD_OUT_PROMPTS = "-held-out-prompts.jsonl";
    private static final String RECIPE = "-recipe.yaml";

    private final Path runs;

    /** Creates the folder at a path; it is made when it is first written to. */
    public TrainingFolder(Path runs) {
        this.runs = runs;
    }

    /** Returns the names of the folder, the log, the file of its process and all files that belong to a run. */
    static Set<String> names(String run) {
        return Set.of(
                run,
                run + RunFolder.LOG,
                run + RunFolder.PROCESS,
                run + RANKINGS,
                run + OPEN_ITEMS,
                run + PROMPTS,
                run + HELD_OUT_PROMPTS,
                run + RECIPE);
    }

    /** Returns whether any file in a folder of runs belongs to a run. */
    static boolean holds(Path runs, String run) {
        return names(run).stream().map(runs::resolve).anyMatch(Files::exists);
    }

    /** Returns where the rankings for a run go. */
    public Path rankings(String run) {
        return beside(run + RANKINGS);
    }

    /** Returns where the open items for a run go. */
    public Path openItems(String run) {
        return beside(run + OPEN_ITEMS);
    }

    /** Returns where the prompts for a run go. */
    public Path prompts(String run) {
        return beside(run + PROMPTS);
    }

    /** Returns where the prompts go that a run does not train on. */
    public Path heldOutPrompts(String run) {
        return beside(run + HELD_OUT_PROMPTS);
    }

    /** Writes the recipe of a line, whose settings all come from the form, and returns where it is. */
    public Path writeRecipe(String run) {
        Path file = beside(run + RECIPE);
        try {
            return Files.writeString(file, "name: " + run + "\n");
        } catch (IOException e) {
            throw new FileAccessException("write", file, e);
        }
    }

    /** Returns the folders of models in {@code models} and of results in the runs, as one would type them. */
    public List<String> models() {
        Path models = Path.of("models");
        return Stream.of(children(models).stream(), children(runs).stream().map(run -> run.resolve("model")))
                .flatMap(folders -> folders)
                .filter(folder -> Files.isRegularFile(folder.resolve(MODEL)))
                .map(Path::toString)
                .sorted()
                .toList();
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> children = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return children.filter(Files::isDirectory).toList();
        } catch (IOException e) {
            throw new FileAccessException("read", folder, e);
        }
    }

    private Path beside(String name) {
        try {
            Files.createDirectories(runs);
        } catch (IOException e) {
            throw new FileAccessException("make", runs, e);
        }
        return runs.resolve(name).toAbsolutePath();
    }
}
