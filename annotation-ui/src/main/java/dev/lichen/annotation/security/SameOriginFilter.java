package dev.lichen.annotation.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests that another site's page makes in a signed-in person's name: those that change something, and those
 * that open a push connection, which browsers do not guard.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public final class SameOriginFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(SameOriginFilter.class);
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isGuarded(request) && !isOurs(request)) {
            LOG.warn(
                    "Refused a request from {} to {}; if these are the same site, the proxy before it has to send"
                            + " X-Forwarded-Proto, -Host and -Port",
                    request.getHeader("Origin"),
                    ownOrigin(request));
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "The request comes from another site");
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isGuarded(HttpServletRequest request) {
        return !HARMLESS.contains(request.getMethod())
                || request.getHeader("Upgrade") != null
                || request.getRequestURI().contains("/VAADIN/push");
    }

    /** Browsers send an Origin with every request of this kind; other programs, which carry no cookies, send none. */
    private static boolean isOurs(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        String site = request.getHeader("Sec-Fetch-Site");
        if (origin == null) {
            return site == null || site.equals("same-origin") || site.equals("none");
        }
        return origin.equals(ownOrigin(request));
    }

    private static @Nullable String ownOrigin(HttpServletRequest request) {
        URI url = URI.create(request.getRequestURL().toString());
        return url.getScheme() + "://" + url.getAuthority();
    }
}
