package dev.lichen.annotation.store;

import org.jspecify.annotations.Nullable;

/** Signals that another process has the embedded database open, or that another app serves the database. */
public final class DatabaseInUseException extends DatabaseException {

    DatabaseInUseException(String place, @Nullable Throwable cause) {
        super(
                "Cannot open " + place + ": another process has it open, expected to be the only one;"
                        + " stop the other app first",
                cause);
    }
}
