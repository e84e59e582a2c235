package dev.lichen.annotation.api;

import dev.lichen.annotation.account.AccessToken;
import dev.lichen.annotation.account.TokenScope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Asks, before a route answers, whether the token is good for it; a route that does not say what it needs is closed. */
final class ScopeGuard implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && !method.hasMethodAnnotation(OpenRoute.class)) {
            ApiRoute route = method.getMethodAnnotation(ApiRoute.class);
            if (route == null) {
                throw new IllegalStateException(method + " does not say which scope it needs");
            }
            require(Caller.token(), route.scope());
        }
        return true;
    }

    static void require(AccessToken token, TokenScope scope) {
        if (!token.scopes().contains(scope)) {
            throw new ApiException(
                    HttpStatus.FORBIDDEN,
                    "Not allowed: the token is good for "
                            + token.scopes().stream()
                                    .sorted()
                                    .map(TokenScope::word)
                                    .toList() + ", expected "
                            + scope.word());
        }
    }
}
