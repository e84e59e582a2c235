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
import java.util.stream.Stream;

/**
 * Says which files of this machine the settings of a job may name: administrators of the installation name any, who leads
 * a project only those in the folders that the installation opens to jobs.
 */
public final class NamedFiles {

    private final Access access;
    private final List<Path> folders;

    /**
     * @param access says who administers the installation
     * @param folders what jobs of everybody may read and write, with all that is in them
     */
    public NamedFiles(Access access, List<Path> folders) {
        this.access = access;
        this.folders = folders.stream().map(NamedFiles::real).toList();
    }

    /**
     * Checks what a job would read and write.
     *
     * @throws JobException if a setting names a file elsewhere, which the message calls by its name
     */
    void require(UUID actor, Map<String, String> settings) {
        if (access.has(actor, Access.EVERYWHERE, Role.ADMIN)) {
            return;
        }
        settings.forEach((key, value) -> elsewhere(value).ifPresent(path -> {
            throw new JobException("Not allowed: " + key + " names " + path + ", expected a file in one of " + folders
                    + ", or an administrator of the installation");
        }));
    }

    /** Any value may name a file; one without a separator that names none of the app's folder is no path. */
    private Optional<Path> elsewhere(String value) {
        return Stream.of(value.split(",", -1))
                .map(String::strip)
                .flatMap(one -> path(one).stream())
                .filter(path -> path.getNameCount() > 1 || path.isAbsolute() || Files.exists(path))
                .filter(path -> folders.stream().noneMatch(real(path)::startsWith))
                .findFirst();
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
