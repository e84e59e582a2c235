package dev.lichen.annotation.job;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a run is.
 *
 * @param step the steps that are done
 * @param total the steps to do
 * @param left the time left, as the process estimates it
 */
public record RunPace(long step, long total, String left) {

    private static final Pattern LINE = Pattern.compile("step (\\d+)/(\\d+) .*, ([^,]+) left");

    /** Returns what the last line says that says it. */
    static Optional<RunPace> in(List<String> log) {
        return log.reversed().stream()
                .map(LINE::matcher)
                .filter(Matcher::find)
                .findFirst()
                .map(match ->
                        new RunPace(Long.parseLong(match.group(1)), Long.parseLong(match.group(2)), match.group(3)));
    }
}
