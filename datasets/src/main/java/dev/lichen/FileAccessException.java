package dev.lichen;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Signals that the file system refused: a missing file, no permission, a full disk. */
public final class FileAccessException extends LichenException {

    private final transient Path path;

    /**
     * Wraps a refusal of the file system.
     *
     * @param action what was tried, as an infinitive: {@code "read"}, {@code "write"}
     * @param path the file or folder it was tried on
     * @param cause the refusal
     */
    public FileAccessException(String action, Path path, IOException cause) {
        super("Cannot " + action + " " + path + ": " + reason(cause), cause);
        this.path = path;
    }

    /** Returns the file or folder concerned. */
    public Path path() {
        return path;
    }

    private static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        String message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message);
    }
}
