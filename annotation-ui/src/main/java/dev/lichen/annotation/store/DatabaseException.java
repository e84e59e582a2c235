package dev.lichen.annotation.store;

import dev.lichen.LichenException;
import org.jspecify.annotations.Nullable;

/** Signals that the database cannot be opened, or that what it holds is not what it should be. */
public class DatabaseException extends LichenException {

    public DatabaseException(String message) {
        super(message);
    }

    public DatabaseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
