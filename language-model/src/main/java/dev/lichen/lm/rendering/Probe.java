package dev.lichen.lm.rendering;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Stands for a message while a template is rendered.
 *
 * <p>The template never sees what people wrote, so nothing they write can steer it. A probe is the message's index
 * between two private-use characters, in digits that are private-use characters too: no template trims, changes case
 * of, or looks for them.
 */
final class Probe {

    private static final char OPEN = '\uE700';
    private static final char CLOSE = '\uE701';
    private static final char FIRST_DIGIT = '\uE710';
    private static final Pattern PROBE = Pattern.compile("\uE700([\uE710-\uE719]+)\uE701");

    private Probe() {}

    /** Returns the probe of the message with an index. */
    static String of(int message) {
        StringBuilder probe = new StringBuilder().append(OPEN);
        Integer.toString(message).chars().forEach(digit -> probe.append((char) (FIRST_DIGIT + digit - '0')));
        return probe.append(CLOSE).toString();
    }

    /** Returns the probe with white space on both sides, to see what the template leaves of it. */
    static String padded(int message) {
        return Edge.KEPT.before() + of(message) + Edge.KEPT.after();
    }

    /** Returns the messages whose probes stand in a text, in order. */
    static List<Integer> messages(String text) {
        return PROBE.matcher(text).results().map(probe -> index(probe.group(1))).toList();
    }

    /** Returns the text before, between and after the probes. */
    static List<String> textsAround(String text) {
        return List.of(PROBE.split(text, -1));
    }

    private static int index(String digits) {
        return digits.chars().map(digit -> digit - FIRST_DIGIT).reduce(0, (index, digit) -> 10 * index + digit);
    }
}
