package dev.lichen.annotation.security;

import java.io.Serializable;
import java.security.Principal;
import java.util.List;
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
 */
public record Person(UUID id, String login) implements Principal, Serializable {

    /**
     * Returns who is signed in.
     *
     * @throws IllegalStateException if nobody is: pages are guarded, so this is a fault of the program
     */
    public static Person current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Person person) {
            return person;
        }
        throw new IllegalStateException("nobody is signed in");
    }

    /** Returns whether somebody is signed in. */
    public static boolean isSignedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Person;
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
