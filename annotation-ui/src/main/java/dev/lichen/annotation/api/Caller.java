package dev.lichen.annotation.api;

import dev.lichen.annotation.account.AccessToken;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Tells a route with which token it was called. */
final class Caller {

    private Caller() {}

    /** Returns the token of the call that is being answered. */
    static AccessToken token() {
        return ifAny().orElseThrow(() -> new IllegalStateException("routes are reached with a token only"));
    }

    /** Returns the token of the call, if it came with one. */
    static Optional<AccessToken> ifAny() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getDetails() instanceof AccessToken token
                ? Optional.of(token)
                : Optional.empty();
    }

    /** Returns the person in whose name the call is made. */
    static UUID id() {
        return token().user();
    }
}
