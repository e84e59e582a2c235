package dev.lichen.annotation.security;

import dev.lichen.annotation.account.Sessions;
import dev.lichen.annotation.store.Database;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Asks with each request whether its session still goes on; if not, it ends, and the request is nobody's. */
final class EndedSessions extends OncePerRequestFilter {

    private final Sessions sessions;
    private final Database database;
    private final RequestMatcher open;

    /**
     * Creates the filter.
     *
     * @param open what everybody gets, of which nothing is asked
     */
    EndedSessions(Sessions sessions, Database database, RequestMatcher open) {
        this.sessions = sessions;
        this.database = database;
        this.open = open;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return open.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Person> person = Person.ifAny();
        try {
            if (person.isPresent()
                    && !sessions.isGood(person.get().id(), person.get().epoch())) {
                end(request);
            }
        } catch (DataAccessException gone) {
            logger.debug("Whether the session goes on could not be asked", gone);
            withoutDatabase(request, response, chain);
            return;
        }
        chain.doFilter(request, response);
    }

    private static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    /** Lets pages and calls say that the database does not answer; it answers this request no more, even if it could. */
    private void withoutDatabase(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (Database.Silence _ = database.silence()) {
            chain.doFilter(request, response);
        }
    }
}
