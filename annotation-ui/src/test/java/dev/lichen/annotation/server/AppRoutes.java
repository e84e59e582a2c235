package dev.lichen.annotation.server;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The routes of the running app, so that a test cannot forget one. */
final class AppRoutes {

    private AppRoutes() {}

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
