package dev.lichen.annotation.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.annotation.store.CanonicalJson;
import java.lang.reflect.Parameter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** Makes the OpenAPI 3.1 document of the routes that run, so that it can say nothing else than they do. */
final class OpenApiDocument {

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    private final JsonSchemas schemas = new JsonSchemas();

    /** A route as it is called. */
    private record Call(String path, RequestMethod verb, HandlerMethod handler, ApiRoute route) {

        /** Whether it changes something, and so may come with a key that makes it happen once. */
        boolean changes() {
            return verb != RequestMethod.GET;
        }
    }

    ObjectNode of(Map<RequestMappingInfo, HandlerMethod> handlers) {
        ObjectNode document = CanonicalJson.object().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Lichen annotation")
                .put("version", "1")
                .put("description", "Projects, items, judgements, quality, training jobs and people, for programs.");
        document.putObject("components")
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "A token from the account page.");
        ObjectNode paths = document.putObject("paths");
        calls(handlers)
                .forEach((_, call) -> operation(
                        paths.withObjectProperty(call.path())
                                .putObject(call.verb().name().toLowerCase(Locale.ROOT)),
                        call));
        ((ObjectNode) document.get("components")).set("schemas", schemas.all());
        return document;
    }

    private static Map<String, Call> calls(Map<RequestMappingInfo, HandlerMethod> handlers) {
        Map<String, Call> calls = new TreeMap<>();
        handlers.forEach((mapping, handler) -> Optional.ofNullable(handler.getMethodAnnotation(ApiRoute.class))
                .ifPresent(route -> {
                    for (String path : mapping.getPatternValues()) {
                        for (RequestMethod verb : mapping.getMethodsCondition().getMethods()) {
                            calls.put(path + " " + verb, new Call(path, verb, handler, route));
                        }
                    }
                }));
        return calls;
    }

    private void operation(ObjectNode operation, Call call) {
        operation.put("summary", call.route().value());
        operation.put("operationId", operationId(call));
        operation.put(
                "description",
                "The token needs the scope " + call.route().scope().word() + ".");
        operation
                .putArray("security")
                .addObject()
                .putArray("token")
                .add(call.route().scope().word());
        ArrayNode parameters = operation.putArray("parameters");
        for (Parameter parameter : call.handler().getMethod().getParameters()) {
            describe(parameters, parameter);
        }
        if (call.changes()) {
            parameter(parameters, "Idempotency-Key", "header", false)
                    .putObject("schema")
                    .put("type", "string");
        }
        body(operation, call.route());
        answers(operation.putObject("responses"), call);
    }

    private static String operationId(Call call) {
        String type = call.handler().getBeanType().getSimpleName().replace("Routes", "");
        return type.toLowerCase(Locale.ROOT) + "." + call.handler().getMethod().getName();
    }

    private void describe(ArrayNode parameters, Parameter parameter) {
        PathVariable variable = parameter.getAnnotation(PathVariable.class);
        RequestParam query = parameter.getAnnotation(RequestParam.class);
        if (variable != null) {
            parameter(parameters, variable.value(), "path", true)
                    .set("schema", schemas.of(parameter.getAnnotatedType()));
        } else if (query != null) {
            boolean required = query.defaultValue().equals(ValueConstants.DEFAULT_NONE) && query.required();
            ObjectNode schema = schemas.of(parameter.getAnnotatedType());
            if (!query.defaultValue().equals(ValueConstants.DEFAULT_NONE)) {
                schema.put("default", query.defaultValue());
            }
            parameter(parameters, query.value(), "query", required).set("schema", schema);
        }
    }

    private static ObjectNode parameter(ArrayNode parameters, String name, String in, boolean required) {
        return parameters.addObject().put("name", name).put("in", in).put("required", required);
    }

    private void body(ObjectNode operation, ApiRoute route) {
        if (!route.takesMedia().isEmpty()) {
            content(operation.putObject("requestBody"), route.takesMedia()).put("type", "string");
        } else if (route.takes() != ApiRoute.Nothing.class) {
            ObjectNode body = operation.putObject("requestBody").put("required", true);
            content(body, JSON).setAll(schemas.of(route.takes()));
        }
    }

    private void answers(ObjectNode answers, Call call) {
        ObjectNode good =
                answers.putObject(call.route().creates() ? "201" : "200").put("description", "Done.");
        ObjectNode schema = content(good, call.route().media());
        if (call.route().gives() == ApiRoute.Nothing.class) {
            schema.put("type", "string");
        } else {
            schema.setAll(
                    call.route().pages()
                            ? page(call.route())
                            : schemas.of(call.route().gives()));
        }
        ObjectNode bad = answers.putObject("default").put("description", "A refusal: RFC 9457.");
        content(bad, PROBLEM).setAll(schemas.problem());
    }

    private ObjectNode page(ApiRoute route) {
        ObjectNode page = CanonicalJson.object().put("type", "object");
        ObjectNode properties = page.putObject("properties");
        properties.putObject("items").put("type", "array").set("items", schemas.of(route.gives()));
        properties.putObject("next").putArray("type").add("string").add("null");
        return page;
    }

    private static ObjectNode content(ObjectNode holder, String media) {
        return holder.withObjectProperty("content").putObject(media).putObject("schema");
    }
}
