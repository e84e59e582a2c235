package dev.lichen.annotation.api;

import dev.lichen.annotation.account.AccessToken;
import dev.lichen.annotation.account.AccessTokens;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.Accounts;
import dev.lichen.annotation.security.Person;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in who shows a valid token, as often as the limit of rates allows; cookies count for nothing here. */
final class BearerFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";
    private static final int NO_SESSION = -1;

    private final AccessTokens tokens;
    private final Accounts accounts;
    private final RequestRates calls;
    private final RequestRates failures;

    /**
     * Creates the filter.
     *
     * @param calls bounds the calls of each token
     * @param failures bounds the wrong tokens from each address
     */
    BearerFilter(AccessTokens tokens, Accounts accounts, RequestRates calls, RequestRates failures) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.calls = calls;
        this.failures = failures;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .orElse("");
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            chain.doFilter(request, response);
            return;
        }
        if (failures.isExhausted(request.getRemoteAddr())) {
            tooMany(response, failures.waitFor(request.getRemoteAddr()));
            return;
        }
        Optional<AccessToken> token = find(header.substring(SCHEME.length()).strip());
        if (token.isEmpty()) {
            failures.take(request.getRemoteAddr());
            refuse(response);
        } else if (!calls.take(token.get().id().toString())) {
            tooMany(response, calls.waitFor(token.get().id().toString()));
        } else {
            enter(token.get());
            chain.doFilter(request, response);
        }
    }

    private Optional<AccessToken> find(String text) {
        return AccessTokens.isToken(text) ? tokens.authenticate(text) : Optional.empty();
    }

    private void enter(AccessToken token) {
        Account account = accounts.find(token.user()).orElseThrow();
        UsernamePasswordAuthenticationToken authentication = UsernamePasswordAuthenticationToken.authenticated(
                new Person(account.id(), account.login(), NO_SESSION),
                null,
                List.of(new SimpleGrantedAuthority("ROLE_TOKEN")));
        authentication.setDetails(token);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
    }

    static void refuse(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"lichen\"");
        Problem.write(
                response,
                HttpStatus.UNAUTHORIZED,
                "No valid token: expected \"Authorization: Bearer lichen_…\" with a token from the account page that has"
                        + " not ended");
    }

    private static void tooMany(HttpServletResponse response, Duration wait) throws IOException {
        response.setHeader(
                HttpHeaders.RETRY_AFTER,
                String.valueOf(Math.max(1, wait.plusMillis(999).toSeconds())));
        Problem.write(response, HttpStatus.TOO_MANY_REQUESTS, "Too many calls: wait as long as Retry-After says");
    }
}
