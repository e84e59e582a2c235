package dev.lichen.annotation.security;

import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import dev.lichen.annotation.account.Account;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/** Signs in somebody who has just registered, under a new session identifier. */
public final class SignedInSession {

    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    /** Signs in, in the request that is being answered. */
    public void begin(Account account) {
        HttpServletRequest request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new Person(account.id(), account.login()).authentication());
        SecurityContextHolder.setContext(context);
        request.changeSessionId();
        contexts.saveContext(
                context, request, VaadinServletResponse.getCurrent().getHttpServletResponse());
    }
}
