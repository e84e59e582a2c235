package dev.lichen.annotation.server;

import dev.lichen.LichenException;
import org.jspecify.annotations.Nullable;

/** Signals that the app cannot be served: its port is taken, or its address is not this machine's. */
public final class ServerException extends LichenException {

    ServerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
