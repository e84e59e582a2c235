package dev.lichen.annotation.server;

import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The routes of the running app, so that a test cannot forget one. */
final class AppRoutes {

    private AppRoutes() {}

    /** Returns the addresses of every page, such as {@code work/:slug/:assignment?}. */
    static Set<String> pages(RunningApp app) {
        VaadinServletContext context = new VaadinServletContext(app.part(ServletContext.class));
        return ApplicationRouteRegistry.getInstance(context).getRegisteredRoutes().stream()
                .map(RouteData::getTemplate)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns whether an address is one of a page's. */
    static boolean matches(String template, String address) {
        String pattern = Arrays.stream(template.split("/", -1))
                .map(part ->
                        !part.startsWith(":") ? "/" + Pattern.quote(part) : part.endsWith("?") ? "(/[^/]+)?" : "/[^/]+")
                .collect(Collectors.joining());
        return ("/" + address).matches(pattern);
    }

    /** Returns every route below a prefix as {@code GET /path/{variable}}, but the document itself. */
    static Set<String> of(RunningApp app, String prefix) {
        Set<String> routes = new TreeSet<>();
        app.part(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> {
                    for (String path : mapping.getPatternValues()) {
                        mapping.getMethodsCondition().getMethods().stream()
                                .filter(_ -> path.startsWith(prefix) && !path.endsWith("openapi.json"))
                                .forEach(verb -> routes.add(verb + " " + path));
                    }
                });
        return routes;
    }
}
