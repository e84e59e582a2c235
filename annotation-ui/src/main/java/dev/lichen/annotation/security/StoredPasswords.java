package dev.lichen.annotation.security;

import dev.lichen.annotation.account.SignIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Checks a login and a password against the store, which throttles guessing. */
final class StoredPasswords implements AuthenticationProvider {

    private final SignIn signIn;

    StoredPasswords(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        return signIn.authenticate(attempt.getName(), String.valueOf(attempt.getCredentials()))
                .map(in -> Person.of(in).authentication())
                .orElseThrow(() -> new BadCredentialsException("login and password do not fit, or come too fast"));
    }

    @Override
    public boolean supports(@Nullable Class<?> type) {
        return type != null && UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
