package dev.lichen.annotation.api;

import dev.lichen.annotation.AnnotationServices;
import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.metrics.AppFigures;
import dev.lichen.annotation.metrics.RequestTimes;
import dev.lichen.annotation.project.GoldItems;
import dev.lichen.annotation.project.ItemHandling;
import dev.lichen.annotation.project.ItemList;
import dev.lichen.annotation.project.Projects;
import dev.lichen.annotation.store.JudgementStore;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the interface for programs together, with a guard of its own: tokens only, no cookie, no session. */
@Configuration(proxyBeanMethods = false)
@Import({
    ProjectRoutes.class,
    ItemRoutes.class,
    JudgementRoutes.class,
    SingleItemRoutes.class,
    QualityRoutes.class,
    JobRoutes.class,
    PeopleRoutes.class,
    InvitationRoutes.class,
    DocumentRoutes.class,
    MetricsRoutes.class,
    Problems.class
})
public class ApiConfiguration {

    /** Guarded by its route, which lets collectors of this machine in. */
    private static final String METRICS = "/metrics";

    private static final int BURST = 120;
    private static final int CALLS_A_MINUTE = 600;
    private static final int WRONG_TOKENS = 10;

    @Bean
    @Order(1)
    SecurityFilterChain guardedPrograms(HttpSecurity http, AnnotationServices services) throws Exception {
        BearerFilter bearer = new BearerFilter(
                services.tokens(),
                services.accounts(),
                new RequestRates(Clock.systemUTC(), BURST, CALLS_A_MINUTE),
                new RequestRates(Clock.systemUTC(), WRONG_TOKENS, WRONG_TOKENS));
        IdempotencyFilter once = new IdempotencyFilter(
                services.database(), new IdempotentAnswers(services.database(), services.ledger()));
        http.securityMatchers(matchers -> matchers.requestMatchers(
                PathPatternRequestMatcher.pathPattern("/api/**"), PathPatternRequestMatcher.pathPattern(METRICS)));
        http.csrf(AbstractHttpConfigurer::disable); // no cookie is looked at
        http.requestCache(AbstractHttpConfigurer::disable);
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(
                        PathPatternRequestMatcher.pathPattern("/api/v1/openapi.json"),
                        PathPatternRequestMatcher.pathPattern(METRICS))
                .permitAll()
                .anyRequest()
                .hasRole("TOKEN"));
        http.exceptionHandling(
                handling -> handling.authenticationEntryPoint((_, response, _) -> BearerFilter.refuse(response)));
        http.addFilterBefore(bearer, AuthorizationFilter.class);
        http.addFilterAfter(once, AuthorizationFilter.class);
        return http.build();
    }

    @Bean
    WebMvcConfigurer scopes() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new ScopeGuard()).addPathPatterns("/api/**");
            }
        };
    }

    @Bean
    ProjectAccess projectAccess(Projects projects, Access access) {
        return new ProjectAccess(projects, access);
    }

    @Bean
    RequestTimes requestTimes() {
        return new RequestTimes();
    }

    @Bean
    AppFigures appFigures(AnnotationServices services, RequestTimes times) {
        return new AppFigures(services.database(), services.ledger(), times);
    }

    @Bean
    ItemList itemList(AnnotationServices services) {
        return services.itemList();
    }

    @Bean
    GoldItems goldItems(AnnotationServices services) {
        return services.goldItems();
    }

    @Bean
    ItemHandling itemHandling(AnnotationServices services) {
        return services.itemHandling();
    }

    @Bean
    JudgementStore judgementStore(AnnotationServices services) {
        return services.judgements();
    }
}
