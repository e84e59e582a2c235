package dev.lichen.annotation.api;

import dev.lichen.LichenException;
import org.springframework.http.HttpStatus;

/** Signals that a call cannot be answered as it was made, and with which status it is refused. */
final class ApiException extends LichenException {

    private final HttpStatus status;

    ApiException(HttpStatus status, String message) {
        super(message);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    static ApiException notFound(String what) {
        return new ApiException(HttpStatus.NOT_FOUND, "No " + what + ", or none that the token may see");
    }
}
