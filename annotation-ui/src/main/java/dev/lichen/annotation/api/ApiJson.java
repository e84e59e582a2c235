package dev.lichen.annotation.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.lichen.InternalException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Reads and writes the bodies of calls: names in snake case, moments in ISO 8601, unknown fields refused. */
final class ApiJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .addModule(new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance))
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private ApiJson() {}

    static ResponseEntity<byte[]> ok(Object answer) {
        return answer(HttpStatus.OK, answer);
    }

    static ResponseEntity<byte[]> answer(HttpStatus status, Object answer) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(bytes(answer));
    }

    static byte[] bytes(Object answer) {
        try {
            return MAPPER.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new InternalException("Cannot write " + answer.getClass().getSimpleName() + " as JSON", e);
        }
    }

    static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /**
     * Reads the body of a request.
     *
     * @throws ApiException if it is no JSON, or not what the record says
     */
    static <T> T read(byte[] body, Class<T> type) {
        try {
            JsonNode tree = MAPPER.readTree(new String(body, StandardCharsets.UTF_8));
            if (!tree.isObject()) {
                throw new ApiException(HttpStatus.BAD_REQUEST, "Bad body: expected an object");
            }
            requireComplete(tree, type, "");
            return MAPPER.treeToValue(tree, type);
        } catch (JsonMappingException e) {
            throw new ApiException(HttpStatus.BAD_REQUEST, "Bad body at " + path(e) + ": " + reason(e));
        } catch (JsonProcessingException e) {
            throw new ApiException(
                    HttpStatus.BAD_REQUEST,
                    "Bad body: found no JSON at line " + e.getLocation().getLineNr() + ", expected an object");
        }
    }

    /** Refuses an object that lacks what its record must have. */
    private static void requireComplete(JsonNode object, Class<?> type, String prefix) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(component.getName());
            JsonNode value = object.path(name);
            boolean absent = value.isMissingNode() || value.isNull();
            if (absent && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                throw new ApiException(
                        HttpStatus.BAD_REQUEST, "Bad body at " + prefix + name + ": found nothing, expected a value");
            }
            if (value.isObject() && component.getType().isRecord()) {
                requireComplete(value, component.getType(), prefix + name + ".");
            }
        }
    }

    private static String path(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "its root" : path;
    }

    /** A rule that a record's own constructor checks speaks for itself; Jackson's words are kept to their first line. */
    private static String reason(JsonMappingException e) {
        Throwable cause = e.getCause();
        String words = cause == null ? e.getOriginalMessage() : String.valueOf(cause.getMessage());
        return words.lines()
                .findFirst()
                .orElse("not what was expected")
                .replaceAll("\\(class [^)]*\\)", "")
                .replaceAll("`?(java|dev)\\.[\\w.$]*\\.(\\w+)`?", "$2");
    }
}
