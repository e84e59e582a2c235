package dev.lichen.datasets.hub;

import dev.lichen.LichenException;
import org.jspecify.annotations.Nullable;

/** Signals that the hub does not give what was asked for, and says what to do about it. */
public final class HubException extends LichenException {

    HubException(String message) {
        this(message, null);
    }

    HubException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
