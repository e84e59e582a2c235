package dev.lichen.annotation.webhook;

import dev.lichen.LichenException;

/** Signals a webhook that cannot be: a bad address, or one that must not be called. */
public final class WebhookException extends LichenException {

    WebhookException(String message) {
        super(message);
    }
}
