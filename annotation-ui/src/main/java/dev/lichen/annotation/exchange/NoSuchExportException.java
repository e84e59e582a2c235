package dev.lichen.annotation.exchange;

import dev.lichen.LichenException;

/** Signals that there is no file for somebody to fetch, or none that is theirs. */
public final class NoSuchExportException extends LichenException {

    NoSuchExportException() {
        super("No such export: expected one of your own, made within the last hour");
    }
}
