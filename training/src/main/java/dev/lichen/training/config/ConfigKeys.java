package dev.lichen.training.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Walks a configuration record and lists its keys. */
final class ConfigKeys {

    private final List<ConfigKey> keys = new ArrayList<>();

    private ConfigKeys() {}

    static List<ConfigKey> of(Record config) {
        ConfigKeys walk = new ConfigKeys();
        walk.record("", config);
        return List.copyOf(walk.keys);
    }

    private void record(String path, Record config) {
        for (RecordComponent component : new RecordShape(config.getClass()).components()) {
            String key = path.isEmpty() ? component.getName() : path + "." + component.getName();
            Object value = RecordShape.get(component, config);
            if (value instanceof Record section) {
                record(key, section);
            } else {
                keys.add(new ConfigKey(key, type(component), text(value), doc(component)));
            }
        }
    }

    private static String type(RecordComponent component) {
        if (component.getGenericType() instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class ? "a list" : "a section of names and values";
        }
        return component.getType().isRecord() ? "a section" : Scalars.describe(component.getType());
    }

    private static String doc(RecordComponent component) {
        Doc doc = component.getAnnotation(Doc.class);
        return doc == null ? "" : doc.value();
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> list -> list.stream().map(ConfigKeys::text).collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case Record section ->
                ConfigKeys.of(section).stream()
                        .map(key -> key.path() + ": " + key.value())
                        .collect(Collectors.joining(", ", "{", "}"));
            default -> Scalars.text(value);
        };
    }
}
