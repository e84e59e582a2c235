package dev.lichen.annotation.job;

import dev.lichen.LichenException;
import org.jspecify.annotations.Nullable;

/** Signals a job that cannot be started, stopped, resumed or deleted as asked. */
public final class JobException extends LichenException {

    public JobException(String message) {
        super(message);
    }

    public JobException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
