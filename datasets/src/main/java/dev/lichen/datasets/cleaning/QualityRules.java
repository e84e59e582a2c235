package dev.lichen.datasets.cleaning;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says what a text must be like to be learned from.
 *
 * <p>Rules of Gopher (Rae et al., 2021, appendix A.1) for repetition, in forms that hold for Chinese as well; texts too
 * short to judge pass them.
 *
 * @param leastLetterShare the least share of letters and digits among the characters that show, in [0, 1]
 * @param mostRepeatedLines the largest share of characters in lines that stood before, in [0, 1]
 * @param mostRepeatedRuns the largest share of runs of {@value #RUN} characters that stood before, in [0, 1]
 * @param mostBrokenShare the largest share of characters that a wrong decoding left behind, in [0, 1]
 */
public record QualityRules(
        double leastLetterShare, double mostRepeatedLines, double mostRepeatedRuns, double mostBrokenShare) {

    private static final int RUN = 10;
    private static final int ENOUGH_CHARACTERS = 50;
    private static final int ENOUGH_FOR_RUNS = 200;
    private static final int LONG_LINE = 15;

    private static final Pattern CODE = Pattern.compile("(?s)```.*?(?:```|$)");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    /** What UTF-8 and GBK look like when they are taken for one another, or for Latin-1. */
    private static final List<String> MOJIBAKE =
            List.of("锟斤拷", "烫烫烫", "屯屯屯", "ï¿½", "â€™", "â€œ", "Ã©", "Ã¨", "ä½", "å¥");

    public QualityRules {
        requireShare("leastLetterShare", leastLetterShare);
        requireShare("mostRepeatedLines", mostRepeatedLines);
        requireShare("mostRepeatedRuns", mostRepeatedRuns);
        requireShare("mostBrokenShare", mostBrokenShare);
    }

    /** Returns rules that code, tables and verse pass. */
    public static QualityRules defaults() {
        return new QualityRules(0.35, 0.3, 0.6, 0.005);
    }

    /** Returns what is wrong with a text, if anything. */
    public Optional<String> fault(String text) {
        String shown = SPACE.matcher(text).replaceAll("");
        int length = shown.codePointCount(0, shown.length());
        if (length == 0) {
            return Optional.of("blank");
        }
        if (broken(text) > mostBrokenShare * length) {
            return Optional.of("broken characters");
        }
        if (length < ENOUGH_CHARACTERS) {
            return Optional.empty();
        }
        if (hasFewLetters(text)) {
            return Optional.of("few letters");
        }
        if (repeatedLines(text) > mostRepeatedLines) {
            return Optional.of("repeated lines");
        }
        return length >= ENOUGH_FOR_RUNS && repeatedRuns(shown) > mostRepeatedRuns
                ? Optional.of("repeats itself")
                : Optional.empty();
    }

    private static long broken(String text) {
        long count = text.chars().filter(c -> c == '\uFFFD').count();
        for (String sign : MOJIBAKE) {
            for (int i = text.indexOf(sign); i >= 0; i = text.indexOf(sign, i + 1)) {
                count += sign.length();
            }
        }
        return count;
    }

    /** Code, in which people draw too, is left out. */
    private boolean hasFewLetters(String text) {
        String prose = SPACE.matcher(CODE.matcher(text).replaceAll("")).replaceAll("");
        long letters = prose.codePoints().filter(Character::isLetterOrDigit).count();
        return letters < leastLetterShare * prose.codePointCount(0, prose.length());
    }

    private static double repeatedLines(String text) {
        Set<String> seen = new HashSet<>();
        List<String> lines = text.lines()
                .map(String::strip)
                .filter(line -> line.length() >= LONG_LINE)
                .toList();
        long repeated = lines.stream()
                .filter(line -> !seen.add(line))
                .mapToLong(String::length)
                .sum();
        return (double) repeated / text.length();
    }

    private static double repeatedRuns(String text) {
        int[] codePoints = text.codePoints().toArray();
        Set<Integer> distinct = new HashSet<>();
        int runs = codePoints.length - RUN + 1;
        for (int i = 0; i < runs; i++) {
            distinct.add(Arrays.hashCode(Arrays.copyOfRange(codePoints, i, i + RUN)));
        }
        return 1 - (double) distinct.size() / runs;
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1], was " + value);
        }
    }
}
