package dev.lichen.annotation.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.annotation.store.CanonicalJson;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Describes records as JSON Schema (2020-12), each once by its name. */
final class JsonSchemas {

    private static final Map<Class<?>, String> SIMPLE = Map.ofEntries(
            Map.entry(String.class, "string"),
            Map.entry(boolean.class, "boolean"),
            Map.entry(Boolean.class, "boolean"),
            Map.entry(int.class, "integer"),
            Map.entry(Integer.class, "integer"),
            Map.entry(long.class, "integer"),
            Map.entry(Long.class, "integer"),
            Map.entry(double.class, "number"),
            Map.entry(Double.class, "number"));

    private static final Map<Class<?>, String> FORMATS =
            Map.of(UUID.class, "uuid", Instant.class, "date-time", URI.class, "uri");

    private final Map<String, ObjectNode> named = new TreeMap<>();

    /** Returns every record that was described. */
    ObjectNode all() {
        ObjectNode all = CanonicalJson.object();
        named.forEach(all::set);
        return all;
    }

    ObjectNode problem() {
        ObjectNode problem = CanonicalJson.object().put("type", "object");
        ObjectNode properties = problem.putObject("properties");
        for (String text : new String[] {"type", "title", "detail", "file"}) {
            properties.putObject(text).put("type", "string");
        }
        properties.putObject("status").put("type", "integer");
        properties.putObject("line").put("type", "integer");
        named.putIfAbsent("Problem", problem);
        return reference("Problem");
    }

    /** Describes a type; a type that may be null says so. */
    ObjectNode of(AnnotatedType type) {
        ObjectNode schema = plain(type);
        if (!type.isAnnotationPresent(Nullable.class)) {
            return schema;
        }
        ObjectNode either = CanonicalJson.object();
        either.putArray("anyOf").add(schema).addObject().put("type", "null");
        return either;
    }

    private ObjectNode plain(AnnotatedType type) {
        if (type instanceof AnnotatedParameterizedType parameterised) {
            AnnotatedType[] arguments = parameterised.getAnnotatedActualTypeArguments();
            Class<?> raw = (Class<?>) ((ParameterizedType) type.getType()).getRawType();
            if (Collection.class.isAssignableFrom(raw)) {
                ObjectNode list = CanonicalJson.object().put("type", "array");
                list.set("items", of(arguments[0]));
                return list;
            }
            if (Map.class.isAssignableFrom(raw)) {
                ObjectNode map = CanonicalJson.object().put("type", "object");
                map.set("additionalProperties", of(arguments[1]));
                return map;
            }
        }
        Type plain = type.getType();
        return plain instanceof Class<?> known ? of(known) : CanonicalJson.object();
    }

    ObjectNode of(Class<?> type) {
        if (SIMPLE.containsKey(type)) {
            return CanonicalJson.object().put("type", SIMPLE.get(type));
        }
        if (FORMATS.containsKey(type)) {
            return CanonicalJson.object().put("type", "string").put("format", FORMATS.get(type));
        }
        if (type.isEnum()) {
            return oneOf(type);
        }
        if (type.isRecord() || type.isSealed()) {
            return reference(describe(type));
        }
        return CanonicalJson.object();
    }

    private static ObjectNode oneOf(Class<?> type) {
        ObjectNode words = CanonicalJson.object().put("type", "string");
        ArrayNode values = words.putArray("enum");
        Arrays.stream(type.getEnumConstants())
                .map(value -> ((Enum<?>) value).name())
                .forEach(values::add);
        return words;
    }

    private String describe(Class<?> type) {
        String name = name(type);
        if (named.containsKey(name)) {
            return name;
        }
        ObjectNode schema = CanonicalJson.object();
        named.put(name, schema);
        if (type.isSealed()) {
            ArrayNode kinds = schema.putArray("oneOf");
            Arrays.stream(type.getPermittedSubclasses()).map(this::of).forEach(kinds::add);
        } else {
            describe(schema.put("type", "object"), type.getRecordComponents());
        }
        return name;
    }

    private void describe(ObjectNode schema, RecordComponent[] components) {
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (RecordComponent component : components) {
            String name = PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(component.getName());
            properties.set(name, of(component.getAnnotatedType()));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(name);
            }
        }
    }

    /** Records that stand in others carry their names, so that no two meet. */
    private static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        boolean own = outer == null || outer.getSimpleName().endsWith("Routes");
        return own ? type.getSimpleName() : outer.getSimpleName() + type.getSimpleName();
    }

    private static ObjectNode reference(String name) {
        return CanonicalJson.object().put("$ref", "#/components/schemas/" + name);
    }
}
