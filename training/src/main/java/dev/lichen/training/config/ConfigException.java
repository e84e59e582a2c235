package dev.lichen.training.config;

import dev.lichen.LichenException;

/** Signals a setting that cannot be used, naming where it stands, what was found and what was expected. */
public final class ConfigException extends LichenException {

    private static final long serialVersionUID = 1L;

    /** Describes a fault that has no place in a file. */
    public ConfigException(String message) {
        super(message);
    }

    ConfigException(ConfigPlace place, String message) {
        super(place + ": " + message);
    }

    ConfigException(ConfigPlace place, String message, Throwable cause) {
        super(place + ": " + message, cause);
    }
}
