package dev.lichen.annotation.security;

import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/** Signs in somebody who has just registered, or changed their password, under a new session identifier. */
public final class SignedInSession {

    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final Sessions sessions;

    SignedInSession(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Signs in, in the request that is being answered. */
    public void begin(Account account) {
        HttpServletRequest request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(Person.of(sessions.begin(account)).authentication());
        SecurityContextHolder.setContext(context);
        request.changeSessionId();
        contexts.saveContext(
                context, request, VaadinServletResponse.getCurrent().getHttpServletResponse());
    }
}
