package dev.lichen.annotation.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts formulas that take several lines on one, so that no line of them is read as a list or a heading; code stays as it
 * is.
 */
final class MathLines {

    private static final Map<String, String> MARKS = Map.of("$$", "$$", "\\[", "\\]");
    private static final int MOST_LINES = 60;

    private MathLines() {}

    static String joined(String markdown) {
        List<String> lines = markdown.lines().toList();
        List<String> result = new ArrayList<>();
        boolean code = false;
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).strip();
            code ^= line.startsWith("```") || line.startsWith("~~~");
            Optional<Integer> end = code ? Optional.empty() : end(lines, at);
            if (end.isPresent()) {
                result.add(String.join(" ", lines.subList(at, end.get() + 1)).strip());
                at = end.get();
            } else {
                result.add(lines.get(at));
            }
        }
        return String.join("\n", result);
    }

    /** Returns the line on which a formula ends that begins on a line and goes beyond it. */
    private static Optional<Integer> end(List<String> lines, int start) {
        String first = lines.get(start).strip();
        String open = first.length() < 2 ? "" : first.substring(0, 2);
        String close = MARKS.get(open);
        if (close == null || first.indexOf(close, 2) >= 0) {
            return Optional.empty();
        }
        int last = Math.min(lines.size(), start + MOST_LINES);
        for (int at = start + 1; at < last && !lines.get(at).isBlank(); at++) {
            if (lines.get(at).contains(close)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }
}
