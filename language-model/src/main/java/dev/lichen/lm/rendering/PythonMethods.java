package dev.lichen.lm.rendering;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jinjava.javax.el.ELContext;
import jinjava.javax.el.ELResolver;
import org.jspecify.annotations.Nullable;

/** Gives strings and maps in a template the methods that they have in Python, where chat templates come from. */
final class PythonMethods extends ELResolver {

    /** The property that stands for {@code [::-1]}. */
    static final String REVERSED = "::-1";

    @Override
    public @Nullable Object invoke(
            ELContext context, Object base, Object method, Class<?>[] parameterTypes, Object[] arguments) {
        Object result = switch (base) {
            case String text -> call(text, method.toString(), strings(arguments));
            case Map<?, ?> map -> call(map, method.toString());
            case null, default -> null;
        };
        context.setPropertyResolved(result != null);
        return result;
    }

    private static @Nullable Object call(String text, String method, List<String> arguments) {
        return switch (method) {
            case "strip" -> strip(text, arguments, true, true);
            case "lstrip" -> strip(text, arguments, true, false);
            case "rstrip" -> strip(text, arguments, false, true);
            case "startswith" -> text.startsWith(arguments.getFirst());
            case "endswith" -> text.endsWith(arguments.getFirst());
            case "split" -> split(text, arguments);
            case "replace" -> text.replace(arguments.get(0), arguments.get(1));
            case "upper" -> text.toUpperCase(Locale.ROOT);
            case "lower" -> text.toLowerCase(Locale.ROOT);
            case "title" -> title(text);
            case "capitalize" -> capitalize(text);
            default -> null;
        };
    }

    private static @Nullable Object call(Map<?, ?> map, String method) {
        return method.equals("items")
                ? map.entrySet().stream()
                        .map(entry -> List.of(entry.getKey(), entry.getValue()))
                        .toList()
                : null;
    }

    private static List<String> strings(Object[] arguments) {
        return Arrays.stream(arguments).map(String::valueOf).toList();
    }

    private static List<String> split(String text, List<String> arguments) {
        if (arguments.isEmpty()) {
            String stripped = strip(text);
            return stripped.isEmpty() ? List.of() : List.of(stripped.split("(?U)\\s+", -1));
        }
        int limit = arguments.size() > 1 ? Integer.parseInt(arguments.get(1)) + 1 : -1;
        return List.of(text.split(Pattern.quote(arguments.getFirst()), limit));
    }

    private static String title(String text) {
        return Arrays.stream(text.split("(?<= )", -1))
                .map(PythonMethods::capitalize)
                .collect(Collectors.joining());
    }

    private static String capitalize(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT)
                        + text.substring(1).toLowerCase(Locale.ROOT);
    }

    /** Removes white space, as Python counts it, from both ends. */
    static String strip(String text) {
        return strip(text, PythonMethods::isSpace, true, true);
    }

    private static String strip(String text, List<String> arguments, boolean left, boolean right) {
        IntPredicate removed = arguments.isEmpty()
                ? PythonMethods::isSpace
                : codePoint -> arguments.getFirst().indexOf(codePoint) >= 0;
        return strip(text, removed, left, right);
    }

    /** Removes the code points for which {@code removed} holds from the chosen ends. */
    static String strip(String text, IntPredicate removed, boolean left, boolean right) {
        int start = 0;
        int end = text.length();
        while (left && start < end && removed.test(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (right && start < end && removed.test(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    /** Returns whether Python's {@code str.isspace} holds: Java's white space, the no-break spaces and U+0085. */
    static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || codePoint == 0x85;
    }

    @Override
    public @Nullable Object getValue(ELContext context, Object base, Object property) {
        if (!REVERSED.equals(property)) {
            return null; // left to the resolvers after this one, as are the methods below
        }
        context.setPropertyResolved(true);
        return base instanceof List<?> list
                ? list.reversed()
                : new StringBuilder(String.valueOf(base)).reverse().toString();
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        context.setPropertyResolved(false);
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public Iterator<java.beans.FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return List.<java.beans.FeatureDescriptor>of().iterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }
}
