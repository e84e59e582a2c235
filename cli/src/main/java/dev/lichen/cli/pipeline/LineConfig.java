package dev.lichen.cli.pipeline;

import dev.lichen.FileAccessException;
import dev.lichen.lm.checkpoint.AtomicWrite;
import dev.lichen.training.RunDirectoryException;
import dev.lichen.training.config.Configs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Keeps a line's settings in {@code config.yaml}, and refuses to go on with others. */
public final class LineConfig {

    private static final int MOST_DIFFERENCES = 3;

    private LineConfig() {}

    /**
     * Writes the settings of a new line, or compares them with those of the line that the folder holds.
     *
     * @throws RunDirectoryException if the folder holds a line with other settings
     */
    public static <T extends Record> void keep(Path folder, T config, T defaults) {
        Path file = folder.resolve("config.yaml");
        if (!Files.exists(file)) {
            make(folder);
            AtomicWrite.file(file, path -> Files.writeString(path, Configs.write(config)));
            return;
        }
        List<String> differences = Configs.differences(Configs.parse(defaults, text(file), file.toString()), config);
        if (!differences.isEmpty()) {
            List<String> first = differences.stream().limit(MOST_DIFFERENCES).toList();
            throw new RunDirectoryException(
                    folder,
                    "it holds a line with other settings (%s); repeat those, or choose another --run-dir"
                            .formatted(String.join("; ", first)));
        }
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new FileAccessException("make the folder", folder, e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new FileAccessException("read", file, e);
        }
    }
}
