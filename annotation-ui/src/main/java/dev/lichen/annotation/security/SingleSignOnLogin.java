package dev.lichen.annotation.security;

import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.ExternalIdentities;
import dev.lichen.annotation.account.ExternalPerson;
import dev.lichen.annotation.account.Sessions;
import dev.lichen.annotation.text.PageTexts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Lets people in whom a provider vouches for, by OpenID Connect: authorization code with PKCE, a token whose signature,
 * issuer, audience, nonce and times are checked.
 *
 * <p>The provider is asked for its addresses when somebody first signs in, so that the app starts without it.
 */
final class SingleSignOnLogin {

    private static final String UNKNOWN = "unknown";

    private final SingleSignOn provider;
    private final ExternalIdentities identities;
    private final Sessions sessions;
    private final OidcUserService users = new OidcUserService();

    SingleSignOnLogin(SingleSignOn provider, ExternalIdentities identities, Sessions sessions) {
        this.provider = provider;
        this.identities = identities;
        this.sessions = sessions;
    }

    /** Adds the way in, if there is a provider. */
    void addTo(HttpSecurity http) throws Exception {
        if (!provider.isOffered()) {
            return;
        }
        http.oauth2Login(login -> login.loginPage("/" + SecurityConfiguration.LOGIN)
                .clientRegistrationRepository(new SupplierClientRegistrationRepository(
                        () -> new InMemoryClientRegistrationRepository(registration())))
                .userInfoEndpoint(info -> info.oidcUserService(this::person))
                .defaultSuccessUrl("/", true)
                .failureHandler(SingleSignOnLogin::refuse));
    }

    private ClientRegistration registration() {
        return ClientRegistrations.fromIssuerLocation(provider.issuer())
                .registrationId(SingleSignOn.REGISTRATION)
                .clientId(provider.clientId())
                .clientSecret(provider.clientSecret())
                .clientName(provider.name())
                .scope("openid", "email", "profile")
                .build();
    }

    private OidcUser person(OidcUserRequest request) {
        OidcUser user = users.loadUser(request);
        Account account =
                identities.signIn(described(user)).orElseThrow(() -> new OAuth2AuthenticationException(UNKNOWN));
        return new SingleSignOnUser(Person.of(sessions.begin(account)), user);
    }

    /** An address that the provider has not verified could be anybody's. */
    private ExternalPerson described(OidcUser user) {
        boolean verified = Boolean.TRUE.equals(user.getEmailVerified());
        String locale = user.getLocale() == null ? "en" : user.getLocale();
        return new ExternalPerson(
                provider.issuer(),
                Objects.requireNonNull(user.getSubject(), "a token that was checked has a subject"),
                verified ? user.getEmail() : null,
                user.getFullName(),
                PageTexts.spoken(Locale.forLanguageTag(locale)).toLanguageTag());
    }

    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        boolean unknown = failure instanceof OAuth2AuthenticationException refused
                && refused.getError().getErrorCode().equals(UNKNOWN);
        response.sendRedirect(
                request.getContextPath() + "/" + SecurityConfiguration.LOGIN + "?" + (unknown ? UNKNOWN : "failed"));
    }
}
