package dev.lichen.annotation.security;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import dev.lichen.annotation.account.ExternalIdentities;
import dev.lichen.annotation.account.Sessions;
import dev.lichen.annotation.account.SignIn;
import dev.lichen.annotation.store.Database;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Says which address is open to whom: static files and the way in to everybody, all else to those signed in. */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {

    /** The address of the page that asks for login and password. */
    public static final String LOGIN = "login";

    private static final RequestMatcher OPEN = new OrRequestMatcher(
            PathPatternRequestMatcher.pathPattern("/lichen/**"),
            PathPatternRequestMatcher.pathPattern("/webjars/**"),
            PathPatternRequestMatcher.pathPattern("/health"),
            PathPatternRequestMatcher.pathPattern("/error"));

    @Bean
    SecurityFilterChain guardedPages(
            HttpSecurity http, SingleSignOnLogin provided, Sessions sessions, Database database) throws Exception {
        RequestMatcher calls = PathPatternRequestMatcher.pathPattern("/workbench/api/**");
        http.authorizeHttpRequests(requests -> requests.requestMatchers(OPEN)
                .permitAll()
                .requestMatchers(calls)
                .authenticated());
        http.csrf(csrf -> csrf.ignoringRequestMatchers(calls)); // guarded by SameOriginFilter
        http.exceptionHandling(handling ->
                handling.defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), calls));
        http.headers(headers -> headers.withObjectPostProcessor(new EagerHeaders()));
        http.addFilterBefore(new EndedSessions(sessions, database, OPEN), AnonymousAuthenticationFilter.class);
        provided.addTo(http);
        http.with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.loginView("/" + LOGIN));
        return http.build();
    }

    @Bean
    SingleSignOnLogin singleSignOnLogin(SingleSignOn provider, ExternalIdentities identities, Sessions sessions) {
        return new SingleSignOnLogin(provider, identities, sessions);
    }

    @Bean
    AuthenticationProvider storedPasswords(SignIn signIn) {
        return new StoredPasswords(signIn);
    }

    @Bean
    PageHeaders pageHeaders(RandomGenerator random) {
        return new PageHeaders(random);
    }

    @Bean
    SameOriginFilter sameOriginFilter() {
        return new SameOriginFilter();
    }

    @Bean
    SignedInSession signedInSession(Sessions sessions) {
        return new SignedInSession(sessions);
    }

    /** Vaadin answers before Spring Security would write its headers, so they are written first. */
    private static final class EagerHeaders implements ObjectPostProcessor<HeaderWriterFilter> {
        @Override
        public <O extends HeaderWriterFilter> O postProcess(O filter) {
            filter.setShouldWriteHeadersEagerly(true);
            return filter;
        }
    }
}
