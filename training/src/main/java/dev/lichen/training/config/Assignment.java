package dev.lichen.training.config;

import dev.lichen.training.config.ConfigNode.Kind;
import dev.lichen.training.config.ConfigNode.Scalar;
import dev.lichen.training.config.ConfigNode.Section;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One {@code key.path=value} of the command line.
 *
 * @param keys the path, outermost section first
 * @param value everything after the first equals sign
 * @param place the argument as a whole
 */
record Assignment(List<String> keys, String value, ConfigPlace place) {

    static Assignment parse(String argument) {
        ConfigPlace place = ConfigPlace.argument(argument);
        int equals = argument.indexOf('=');
        List<String> keys = equals < 0
                ? List.of()
                : List.of(argument.substring(0, equals).strip().split("\\.", -1));
        if (keys.isEmpty() || keys.contains("")) {
            throw new ConfigException(place, "expected key.path=value");
        }
        return new Assignment(keys, argument.substring(equals + 1), place);
    }

    /** Returns the assignment as nested sections; the type of the key decides whether the value is text or YAML. */
    Section toSection(Class<?> root) {
        ConfigNode node = node(type(root));
        for (String key : keys.reversed()) {
            node = new Section(Map.of(key, node), place);
        }
        return (Section) node;
    }

    private ConfigNode node(Class<?> type) {
        if (type == String.class) {
            return new Scalar(value, Kind.TEXT, place);
        }
        if (value.isBlank()) {
            return new Scalar("", Kind.EMPTY, place);
        }
        return type == Path.class ? new Scalar(value, Kind.TEXT, place) : YamlReader.read(value, place);
    }

    private Class<?> type(Class<?> root) {
        Class<?> current = root;
        for (String key : keys) {
            current = component(current, key);
        }
        return current;
    }

    private static Class<?> component(Class<?> type, String key) {
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                if (component.getName().equals(key)) {
                    return component.getType();
                }
            }
        }
        return Object.class;
    }
}
