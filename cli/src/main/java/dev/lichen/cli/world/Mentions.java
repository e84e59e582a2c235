package dev.lichen.cli.world;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds which of some candidate words a text names; the longest candidate wins, so 牛奶 does not name 牛. */
final class Mentions {

    private Mentions() {}

    static Set<String> in(String text, Collection<String> candidates) {
        List<String> longestFirst = candidates.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        Set<String> found = new LinkedHashSet<>();
        int position = 0;
        while (position < text.length()) {
            String candidate = candidateAt(text, position, longestFirst);
            found.add(candidate);
            position += Math.max(1, candidate.length());
        }
        found.remove("");
        return found;
    }

    private static String candidateAt(String text, int position, List<String> candidates) {
        return candidates.stream()
                .filter(candidate -> text.startsWith(candidate, position))
                .filter(candidate -> isWholeWord(text, position, position + candidate.length()))
                .findFirst()
                .orElse("");
    }

    private static boolean isWholeWord(String text, int from, int to) {
        boolean wordGoesOnBefore = from > 0 && isLatin(text.charAt(from - 1)) && isLatin(text.charAt(from));
        boolean wordGoesOnAfter = to < text.length() && isLatin(text.charAt(to - 1)) && isLatin(text.charAt(to));
        return !wordGoesOnBefore && !wordGoesOnAfter;
    }

    private static boolean isLatin(char character) {
        return character < 128 && Character.isLetterOrDigit(character);
    }
}
