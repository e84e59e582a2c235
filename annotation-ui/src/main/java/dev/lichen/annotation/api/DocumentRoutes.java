package dev.lichen.annotation.api;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Describes the routes, and says of an address that is none of them that it is not there. */
@RestController
final class DocumentRoutes {

    private final ObjectProvider<RequestMappingHandlerMapping> routes;

    DocumentRoutes(ObjectProvider<RequestMappingHandlerMapping> routes) {
        this.routes = routes;
    }

    @GetMapping("/api/v1/openapi.json")
    @OpenRoute
    ResponseEntity<byte[]> document() {
        RequestMappingHandlerMapping mapping = routes.stream()
                .filter(one -> one.getClass() == RequestMappingHandlerMapping.class)
                .findFirst()
                .orElseThrow();
        return ApiJson.ok(new OpenApiDocument().of(mapping.getHandlerMethods()));
    }

    @RequestMapping("/api/**")
    @OpenRoute
    ResponseEntity<byte[]> nothing() {
        return Problem.of(HttpStatus.NOT_FOUND, "No such route: /api/v1/openapi.json lists them");
    }
}
