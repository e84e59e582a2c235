package dev.lichen.training.config;

import dev.lichen.training.config.ConfigNode.Kind;
import dev.lichen.training.config.ConfigNode.Scalar;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a written value into a number, truth value, text, path or enum constant, without guessing. */
final class Scalars {

    private Scalars() {}

    /** Returns whether values of this type are written as one scalar. */
    static boolean isScalar(Class<?> type) {
        return type.isPrimitive() || type == String.class || type == Path.class || type.isEnum() || isBoxed(type);
    }

    private static boolean isBoxed(Class<?> type) {
        return type == Integer.class || type == Long.class || type == Double.class || type == Boolean.class;
    }

    /** Says what a value of this type looks like. */
    static String describe(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(Scalars::text)
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        return switch (type.getSimpleName()) {
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "double", "Double" -> "a number";
            case "boolean", "Boolean" -> "true or false";
            case "Path" -> "a path";
            default -> "text";
        };
    }

    /** Returns how a value is written. */
    static String text(Object value) {
        return value instanceof Enum<?> constant
                ? constant.name().toLowerCase(Locale.ROOT).replace('_', '-')
                : value.toString();
    }

    /** Returns the value, or null when the text is not one of this type. */
    static @Nullable Object parse(Scalar scalar, Class<?> type) {
        try {
            return switch (type.getSimpleName()) {
                case "int", "Integer" -> scalar.kind() == Kind.INTEGER ? Integer.valueOf(digits(scalar)) : null;
                case "long", "Long" -> scalar.kind() == Kind.INTEGER ? Long.valueOf(digits(scalar)) : null;
                case "double", "Double" -> number(scalar);
                case "boolean", "Boolean" -> scalar.kind() == Kind.BOOLEAN ? truth(scalar) : null;
                case "String" -> scalar.text();
                case "Path" -> scalar.text().isBlank() ? null : Path.of(scalar.text());
                default -> constant(scalar, type);
            };
        } catch (IllegalArgumentException notOfThisType) {
            return null;
        }
    }

    /** Older YAML also takes yes and on for true; a file that says so should say true. */
    private static @Nullable Boolean truth(Scalar scalar) {
        return switch (scalar.text().toLowerCase(Locale.ROOT)) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> null;
        };
    }

    /** YAML allows 10_000 for readability. */
    private static String digits(Scalar scalar) {
        return scalar.text().replace("_", "");
    }

    /** YAML's grammar takes 1e-5 for text, people take it for a number. */
    private static @Nullable Double number(Scalar scalar) {
        if (scalar.kind() == Kind.BOOLEAN || !scalar.text().matches("[-+0-9._eE]+")) {
            return null;
        }
        double number = Double.parseDouble(digits(scalar));
        return Double.isFinite(number) ? number : null;
    }

    private static @Nullable Object constant(Scalar scalar, Class<?> type) {
        String wanted = plain(scalar.text());
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> plain(text(constant)).equals(wanted))
                .findFirst()
                .orElse(null);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
