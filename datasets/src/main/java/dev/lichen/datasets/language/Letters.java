package dev.lichen.datasets.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/** Counts the letters of a text by script. */
final class Letters {

    /** A Han character says as much as a word of about five Latin letters: from here on they are most of the words. */
    private static final double HAN_SHARE = 1 / 6.0;

    private static final double KANA_SHARE = 0.1;
    private static final double HANGUL_SHARE = 0.3;

    private final Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
    private int total;

    private Letters() {}

    static Letters of(String text) {
        Letters letters = new Letters();
        text.codePoints().filter(Character::isLetter).forEach(letters::add);
        return letters;
    }

    private void add(int codePoint) {
        counts.merge(UnicodeScript.of(codePoint), 1, Integer::sum);
        total++;
    }

    int total() {
        return total;
    }

    /** Returns the language that the script alone gives away, or nothing: an empty text. */
    String language() {
        double kana = share(UnicodeScript.HIRAGANA) + share(UnicodeScript.KATAKANA);
        if (kana >= KANA_SHARE) {
            return "ja";
        }
        if (share(UnicodeScript.HANGUL) >= HANGUL_SHARE) {
            return "ko";
        }
        return share(UnicodeScript.HAN) >= HAN_SHARE ? "zh" : "";
    }

    private double share(UnicodeScript script) {
        return total == 0 ? 0 : (double) counts.getOrDefault(script, 0) / total;
    }
}
