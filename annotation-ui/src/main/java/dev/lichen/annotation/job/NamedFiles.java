package dev.lichen.annotation.job;

import dev.lichen.FileAccessException;
import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Says which files of this machine the settings of a job may name: administrators of the installation name any. Who leads a
 * project names what is in the folders that the installation opens to jobs, but neither the store nor runs, wherever these
 * lie; of runs, the project's own: their folders, with the models in them, and what was written for them.
 *
 * <p>A command reads a value that is no text as YAML, where quotes, sections and the like could hide a path, so those who
 * lead a project write values plainly: text, numbers, and lists in brackets.
 */
public final class NamedFiles {

    private static final Pattern PLAIN =
            Pattern.compile("(?!-[\\s-])[\\p{L}\\p{N}./\\\\_~+-][^\\[\\]{}\"\\p{Cntrl}\\v]*");
    private static final Pattern LIST = Pattern.compile("\\[([^\\[\\]]*)\\]");
    private static final Pattern SECTION = Pattern.compile(":(\\s|$)");

    private final Access access;
    private final Jobs jobs;
    private final List<Path> open;
    private final Path store;

    /**
     * @param access says who administers the installation
     * @param jobs knows whose runs are
     * @param open the folders of what jobs of everybody may read and write, with all that is in them
     * @param store the folder of the app's own files
     */
    public NamedFiles(Access access, Jobs jobs, List<Path> open, Path store) {
        this.access = access;
        this.jobs = jobs;
        this.open = open.stream().map(NamedFiles::real).toList();
        this.store = real(store);
    }

    /**
     * Checks what a job of a project would read and write.
     *
     * @throws JobException if a setting names a file elsewhere, which the message calls by its name, or is not plain
     */
    void require(UUID actor, UUID project, Map<String, String> settings) {
        refusal(actor, project, settings).ifPresent(refusal -> {
            throw new JobException(refusal);
        });
    }

    /** Returns why a person may not start a job of a project with these settings; nothing if they may. */
    public Optional<String> refusal(UUID actor, UUID project, Map<String, String> settings) {
        if (access.has(actor, Access.EVERYWHERE, Role.ADMIN)) {
            return Optional.empty();
        }
        return settings.entrySet().stream()
                .flatMap(setting -> refusal(project, setting.getKey(), setting.getValue()).stream())
                .findFirst();
    }

    private Optional<String> refusal(UUID project, String key, String value) {
        List<String> words = words(value);
        if (!words.stream().allMatch(NamedFiles::isPlain)) {
            return Optional.of("Not allowed: " + key + " is " + value + ", expected plain text, a number or a list in"
                    + " brackets, or an administrator of the installation");
        }
        return words.stream()
                .flatMap(word -> path(word).stream())
                .filter(path -> path.getNameCount() > 1 || path.isAbsolute() || Files.exists(path))
                .filter(path -> !isOpen(project, real(path)))
                .findFirst()
                .map(path -> "Not allowed: " + key + " names " + path + ", expected a file in one of " + open
                        + " or of a run of the project, or an administrator of the installation");
    }

    private boolean isOpen(UUID project, Path path) {
        Path runs = real(jobs.runs());
        if (path.startsWith(runs)) {
            int depth = runs.getNameCount();
            return path.getNameCount() > depth
                    && jobs.isOf(project, path.getName(depth).toString());
        }
        return !runs.startsWith(path)
                && !path.startsWith(store)
                && open.stream().anyMatch(path::startsWith);
    }

    /** Returns what a value may name: the members of a list; a text as a whole, and its parts between commas. */
    private static List<String> words(String value) {
        Matcher list = LIST.matcher(value.strip());
        boolean isList = list.matches();
        Stream<String> parts = Stream.of((isList ? list.group(1) : value).split(",", -1));
        return Stream.concat(parts, isList ? Stream.of() : Stream.of(value))
                .map(String::strip)
                .toList();
    }

    private static boolean isPlain(String word) {
        return word.isEmpty()
                || (PLAIN.matcher(word).matches() && !SECTION.matcher(word).find());
    }

    private static Optional<Path> path(String value) {
        try {
            return value.isEmpty() ? Optional.empty() : Optional.of(Path.of(value));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Follows links as far as the path exists, as the job will. */
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath();
        for (int names = absolute.getNameCount(); names > 0; names--) {
            Path there = absolute.getRoot().resolve(absolute.subpath(0, names));
            if (Files.exists(there)) {
                return followed(there).resolve(rest(absolute, names)).normalize();
            }
        }
        return absolute.normalize();
    }

    private static Path rest(Path absolute, int from) {
        int names = absolute.getNameCount();
        return from == names ? Path.of("") : absolute.subpath(from, names);
    }

    private static Path followed(Path there) {
        try {
            return there.toRealPath();
        } catch (IOException e) {
            throw new FileAccessException("read", there, e);
        }
    }
}
