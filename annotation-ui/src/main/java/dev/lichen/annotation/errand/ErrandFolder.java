package dev.lichen.annotation.errand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.FileAccessException;
import dev.lichen.LichenException;
import dev.lichen.annotation.store.CanonicalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;

/**
 * The folder in which commands leave errands for the app that has the database open.
 *
 * <p>An errand is a file {@code ID.errand}. The app renames it to {@code ID.PROCESS.taken}, runs it, and leaves
 * {@code ID.answer}, which the command reads and removes.
 */
public final class ErrandFolder {

    private static final String NAME = "errands";
    private static final String ASKED = ".errand";
    private static final String TAKEN = ".taken";
    private static final String ANSWERED = ".answer";
    private static final long GLANCE_MILLISECONDS = 100;

    private final Path folder;

    /** Names the folder beside a database. */
    public ErrandFolder(Path data) {
        this.folder = data.toAbsolutePath().resolve(NAME);
    }

    /**
     * Leaves an errand and waits for its answer.
     *
     * @param patience how long the app may take until it begins
     * @param waiting is called again and again while the app is at it
     * @throws ErrandException with the app's reason if it failed, or if no app takes it
     */
    public ErrandResult ask(Errand errand, Duration patience, Runnable waiting) throws InterruptedException {
        String id = UUID.randomUUID().toString();
        Path asked = folder.resolve(id + ASKED);
        write(asked, CanonicalJson.write(errand));
        long start = System.nanoTime();
        Optional<String> answer = answer(id);
        while (answer.isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(GLANCE_MILLISECONDS);
            waiting.run();
            if (Files.exists(asked) && System.nanoTime() - start > patience.toNanos()) {
                delete(asked);
                throw new ErrandException("The process that has the database open does not answer: expected the"
                        + " annotation app of this version");
            }
            requireAlive(id);
            answer = answer(id);
        }
        return result(CanonicalJson.tree(answer.get()));
    }

    /** Runs every errand that was left; the app calls this again and again. */
    public void runAll(Errands errands) {
        for (Path asked : files(ASKED)) {
            String id = id(asked);
            Path taken = folder.resolve(id + "." + ProcessHandle.current().pid() + TAKEN);
            try {
                Files.move(asked, taken, StandardCopyOption.ATOMIC_MOVE);
                write(folder.resolve(id + ANSWERED), CanonicalJson.write(run(errands, Files.readString(taken))));
                delete(taken);
            } catch (IOException e) {
                throw new FileAccessException("read", asked, e);
            }
        }
    }

    private static ObjectNode run(Errands errands, String text) {
        ObjectNode answer = CanonicalJson.object();
        try {
            ErrandResult result = errands.run(CanonicalJson.read(text, Errand.class), rows -> {});
            answer.set("values", result.values());
            result.lines().forEach(answer.putArray("lines")::add);
        } catch (LichenException | DataAccessException e) {
            answer.put("failure", String.valueOf(e.getMessage()));
        }
        return answer;
    }

    private static ErrandResult result(JsonNode answer) {
        if (answer.has("failure")) {
            throw new ErrandException(answer.path("failure").asText());
        }
        List<String> lines = new ArrayList<>();
        answer.path("lines").forEach(line -> lines.add(line.asText()));
        return new ErrandResult(answer.path("values"), lines);
    }

    /** An app that was killed in the midst of an errand leaves it taken. */
    private void requireAlive(String id) {
        for (Path taken : files(TAKEN)) {
            String[] parts = taken.getFileName().toString().split("\\.", -1);
            if (parts[0].equals(id)
                    && ProcessHandle.of(Long.parseLong(parts[1])).isEmpty()) {
                delete(taken);
                throw new ErrandException("The app ended before the errand was done: expected it to run");
            }
        }
    }

    private Optional<String> answer(String id) {
        Path file = folder.resolve(id + ANSWERED);
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String text = Files.readString(file);
            delete(file);
            return Optional.of(text);
        } catch (IOException e) {
            throw new FileAccessException("read", file, e);
        }
    }

    private List<Path> files(String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new FileAccessException("read", folder, e);
        }
    }

    private static String id(Path file) {
        return file.getFileName().toString().split("\\.", -1)[0];
    }

    private void write(Path file, String text) {
        Path partial = file.resolveSibling("." + file.getFileName() + ".partial");
        try {
            Files.createDirectories(folder);
            Files.writeString(partial, text);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new FileAccessException("write", file, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new FileAccessException("delete", file, e);
        }
    }
}
