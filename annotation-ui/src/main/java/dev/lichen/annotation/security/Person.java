package dev.lichen.annotation.security;

import dev.lichen.annotation.account.SignedIn;
import java.io.Serializable;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The person who is signed in.
 *
 * @param id their account
 * @param login their login
 * @param epoch how often their sessions had been ended when this one began
 */
public record Person(UUID id, String login, int epoch) implements Principal, Serializable {

    /** Returns the person who was let in. */
    static Person of(SignedIn in) {
        return new Person(in.account().id(), in.account().login(), in.epoch());
    }

    /**
     * Returns who is signed in.
     *
     * @throws IllegalStateException if nobody is: pages are guarded, so this is a fault of the program
     */
    public static Person current() {
        return ifAny().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }

    /** Returns whether somebody is signed in. */
    public static boolean isSignedIn() {
        return ifAny().isPresent();
    }

    /** Somebody who came in by single sign-on is known to that by more. */
    static Optional<Person> ifAny() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        Object principal = authentication == null ? null : authentication.getPrincipal();
        return switch (principal) {
            case Person person -> Optional.of(person);
            case SingleSignOnUser user -> Optional.of(user.person());
            case null, default -> Optional.empty();
        };
    }

    /** Returns what a session remembers; roles are asked of the store each time, so that a revoked one ends at once. */
    Authentication authentication() {
        return UsernamePasswordAuthenticationToken.authenticated(
                this, null, List.of(new SimpleGrantedAuthority("ROLE_PERSON")));
    }

    @Override
    public String getName() {
        return login;
    }
}
