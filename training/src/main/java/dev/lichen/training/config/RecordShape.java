package dev.lichen.training.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Knows the components of one configuration record and how to build it. */
final class RecordShape {

    private static final String RENAMED = "RENAMED";

    private final Class<?> type;
    private final List<RecordComponent> components;

    RecordShape(Class<?> type) {
        this.type = type;
        this.components = List.of(type.getRecordComponents());
    }

    List<RecordComponent> components() {
        return components;
    }

    List<String> keys() {
        return components.stream().map(RecordComponent::getName).toList();
    }

    /** Returns what the record's own {@code static final Map<String, String> RENAMED} says, or nothing. */
    Map<?, ?> renamed() {
        try {
            Field field = type.getDeclaredField(RENAMED);
            field.setAccessible(true);
            return (Map<?, ?>) field.get(null);
        } catch (NoSuchFieldException e) {
            return Map.of();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(type + "." + RENAMED + " is not readable", e);
        }
    }

    /** Returns the value of a component. */
    static @Nullable Object get(RecordComponent component, Object record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /**
     * Builds the record.
     *
     * @throws IllegalArgumentException if its constructor refuses the values
     */
    Object build(List<@Nullable Object> values) {
        try {
            return constructor().newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw new IllegalStateException("the constructor of " + type + " failed", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot build " + type, e);
        }
    }

    private Constructor<?> constructor() throws NoSuchMethodException {
        Class<?>[] types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor;
    }
}
