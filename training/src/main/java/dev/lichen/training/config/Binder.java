package dev.lichen.training.config;

import dev.lichen.training.config.ConfigNode.Items;
import dev.lichen.training.config.ConfigNode.Kind;
import dev.lichen.training.config.ConfigNode.Scalar;
import dev.lichen.training.config.ConfigNode.Section;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Overlays a record of defaults with written settings. */
final class Binder {

    private final String path;

    private Binder(String path) {
        this.path = path;
    }

    /** Returns the defaults with the settings of the section in their place. */
    static <T extends Record> T bind(T defaults, Section section) {
        return cast(defaults, new Binder("").record(defaults.getClass(), defaults, section));
    }

    @SuppressWarnings("unchecked") // the record was built by the constructor of the defaults' class
    private static <T> T cast(T defaults, Object built) {
        return (T) defaults.getClass().cast(built);
    }

    private Object record(Class<?> type, @Nullable Object defaults, Section section) {
        RecordShape shape = new RecordShape(type);
        section.entries().forEach((key, node) -> requireKnown(shape, key, node));
        List<@Nullable Object> values = new ArrayList<>();
        for (RecordComponent component : shape.components()) {
            values.add(component(component, defaults, section));
        }
        try {
            return shape.build(values);
        } catch (IllegalArgumentException refusal) {
            throw refused(shape, section, refusal);
        }
    }

    private void requireKnown(RecordShape shape, String key, ConfigNode node) {
        if (shape.keys().contains(key)) {
            return;
        }
        Object newName = shape.renamed().get(key);
        if (newName != null) {
            throw new ConfigException(node.place(), "%s was renamed to %s".formatted(in(key), in(newName.toString())));
        }
        String hint = Spelling.nearest(key, shape.keys())
                .map(near -> "did you mean %s? ".formatted(in(near)))
                .orElse("");
        throw new ConfigException(
                node.place(),
                "unknown key %s; %sknown keys%s: %s"
                        .formatted(
                                in(key), hint, path.isEmpty() ? "" : " of " + path, String.join(", ", shape.keys())));
    }

    private @Nullable Object component(RecordComponent component, @Nullable Object defaults, Section section) {
        Object standing = defaults == null ? null : RecordShape.get(component, defaults);
        ConfigNode node = section.entries().get(component.getName());
        Binder inner = new Binder(in(component.getName()));
        if (node == null) {
            return standing == null ? inner.absent(component, section) : standing;
        }
        if (node instanceof Scalar scalar && scalar.kind() == Kind.EMPTY) {
            return inner.empty(component, scalar);
        }
        return inner.value(component.getGenericType(), standing, node);
    }

    private @Nullable Object absent(RecordComponent component, Section section) {
        if (RecordShape.isNullable(component)) {
            return null;
        }
        throw new ConfigException(section.place(), path + " is missing");
    }

    private @Nullable Object empty(RecordComponent component, Scalar scalar) {
        if (RecordShape.isNullable(component)) {
            return null;
        }
        throw new ConfigException(
                scalar.place(), "%s is empty; give it a value, or leave the key out for the default".formatted(path));
    }

    private Object value(Type type, @Nullable Object standing, ConfigNode node) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return list(generic.getActualTypeArguments()[0], node);
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            return map(generic.getActualTypeArguments()[1], node);
        }
        Class<?> plain = (Class<?>) type;
        return plain.isRecord() ? section(plain, standing, node) : scalar(plain, node);
    }

    private Object section(Class<?> type, @Nullable Object standing, ConfigNode node) {
        if (!(node instanceof Section section)) {
            throw mismatch(node, "a section with the keys " + String.join(", ", new RecordShape(type).keys()));
        }
        return record(type, standing, section);
    }

    private Object list(Type elementType, ConfigNode node) {
        if (!(node instanceof Items items)) {
            throw mismatch(node, "a list such as [a, b]");
        }
        List<Object> values = new ArrayList<>();
        for (ConfigNode item : items.items()) {
            values.add(new Binder(path + "[" + values.size() + "]").value(elementType, null, item));
        }
        return List.copyOf(values);
    }

    private Object map(Type valueType, ConfigNode node) {
        if (!(node instanceof Section section)) {
            throw mismatch(node, "a section of names and values");
        }
        Map<Object, @Nullable Object> values = new LinkedHashMap<>();
        section.entries().forEach((key, child) -> values.put(key, new Binder(in(key)).value(valueType, null, child)));
        return Collections.unmodifiableMap(values);
    }

    private Object scalar(Class<?> type, ConfigNode node) {
        Object value = node instanceof Scalar scalar ? Scalars.parse(scalar, type) : null;
        if (value == null) {
            throw mismatch(node, Scalars.describe(type));
        }
        return value;
    }

    private ConfigException mismatch(ConfigNode node, String expected) {
        return new ConfigException(node.place(), "%s: found %s, expected %s".formatted(path, node.found(), expected));
    }

    /** Points at the value of the component that the refusal names first, or else at the section. */
    private ConfigException refused(RecordShape shape, Section section, IllegalArgumentException refusal) {
        String message = String.valueOf(refusal.getMessage());
        ConfigPlace place = shape.keys().stream()
                .filter(key -> message.startsWith(key + " "))
                .map(key -> section.entries().get(key))
                .filter(Objects::nonNull)
                .map(ConfigNode::place)
                .findFirst()
                .orElse(section.place());
        boolean named = shape.keys().stream().anyMatch(key -> message.startsWith(key + " "));
        return new ConfigException(place, named || path.isEmpty() ? in(message) : path + ": " + message, refusal);
    }

    private String in(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
