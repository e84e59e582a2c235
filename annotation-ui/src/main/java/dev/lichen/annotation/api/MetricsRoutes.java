package dev.lichen.annotation.api;

import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.AccessToken;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.account.TokenScope;
import dev.lichen.annotation.metrics.AppFigures;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The figures of the running app, for a collector on this machine or one with a token. */
@RestController
final class MetricsRoutes {

    private static final MediaType PROMETHEUS = MediaType.parseMediaType("text/plain;version=0.0.4;charset=utf-8");

    private static final List<String> HANDED_ON =
            List.of("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP");

    private final AppFigures figures;
    private final Access access;

    MetricsRoutes(AppFigures figures, Access access) {
        this.figures = figures;
        this.access = access;
    }

    @GetMapping("/metrics")
    ResponseEntity<String> figures(HttpServletRequest request) {
        Optional<AccessToken> token = Caller.ifAny();
        if (token.isPresent()) {
            ScopeGuard.require(token.get(), TokenScope.METRICS_READ);
            ProjectAccess.requireEverywhere();
            access.require(token.get().user(), Access.EVERYWHERE, Role.ADMIN, Role.AUDITOR);
        } else if (!isOfThisMachine(request)) {
            throw new ApiException(
                    HttpStatus.UNAUTHORIZED,
                    "Not allowed: expected a token with metrics:read, or a call from this machine");
        }
        return ResponseEntity.ok().contentType(PROMETHEUS).body(figures.text());
    }

    /** What a proxy hands on comes from this machine too, and says so in a header. */
    private static boolean isOfThisMachine(HttpServletRequest request) {
        boolean handedOn = HANDED_ON.stream().anyMatch(name -> request.getHeader(name) != null);
        try {
            return !handedOn && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
