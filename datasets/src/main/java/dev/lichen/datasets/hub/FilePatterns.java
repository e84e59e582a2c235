package dev.lichen.datasets.hub;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Chooses files by patterns as Hugging Face's tools do: {@code *} is any text, slashes included, {@code ?} one character.
 *
 * @param included a file must match one of these; none means every file
 * @param excluded and must match none of these
 */
public record FilePatterns(List<String> included, List<String> excluded) {

    /** Chooses every file. */
    public static final FilePatterns ALL = new FilePatterns(List.of(), List.of());

    public FilePatterns {
        included = List.copyOf(included);
        excluded = List.copyOf(excluded);
    }

    boolean choose(String path) {
        return (included.isEmpty() || matches(included, path)) && !matches(excluded, path);
    }

    private static boolean matches(List<String> patterns, String path) {
        return patterns.stream().anyMatch(pattern -> path.matches(expression(pattern)));
    }

    private static String expression(String pattern) {
        return pattern.chars()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining());
    }
}
