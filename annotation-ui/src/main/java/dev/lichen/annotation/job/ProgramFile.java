package dev.lichen.annotation.job;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The file of a program.
 *
 * @param command its path, or its name in one of the folders of {@code PATH}
 */
record ProgramFile(String command) {

    /** Returns whether the program could be started. */
    boolean isThere() {
        if (command.contains(File.separator)) {
            return Files.isExecutable(Path.of(command));
        }
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }
}
