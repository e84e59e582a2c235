package dev.lichen.lm.checkpoint;

import dev.lichen.LichenException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Signals that a model on disk cannot be read or written, naming the file, what was found and what was expected. */
public final class CheckpointException extends LichenException {

    private static final long serialVersionUID = 1L;

    /** Describes the failure in one line. */
    public CheckpointException(String message) {
        super(message);
    }

    /** Describes the failure in one line, keeping its cause for {@code --stacktrace}. */
    public CheckpointException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static CheckpointException at(Path file, String found, String expected) {
        return new CheckpointException("%s: found %s, expected %s".formatted(file, found, expected));
    }
}
