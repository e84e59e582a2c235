package dev.lichen.annotation.api;

import dev.lichen.annotation.account.AccessToken;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Tells a route with which token it was called. */
final class Caller {

    private Caller() {}

    /** Returns the token of the call that is being answered. */
    static AccessToken token() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getDetails() instanceof AccessToken token) {
            return token;
        }
        throw new IllegalStateException("routes are reached with a token only");
    }

    /** Returns the person in whose name the call is made. */
    static UUID id() {
        return token().user();
    }
}
