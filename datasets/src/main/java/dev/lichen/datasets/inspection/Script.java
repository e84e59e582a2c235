package dev.lichen.datasets.inspection;

import java.lang.Character.UnicodeScript;

/**
 * The writing of a text, a rough stand-in for its language.
 *
 * <p>A heuristic, labelled as such: Han characters are written in Japanese too, Latin letters in most of Europe.
 */
enum Script {
    HAN("Han script (guess)"),
    LATIN("Latin script (guess)"),
    MIXED("Han and Latin (guess)"),
    OTHER("other script (guess)");

    /** A Han character says about as much as a word of Latin letters, so fewer of them decide. */
    private static final double HAN_SHARE = 0.3;

    private static final double LATIN_SHARE = 0.7;
    private static final double TRACE = 0.05;

    private final String label;

    Script(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Decides by the shares of Han and Latin among the letters. */
    static Script of(String text) {
        int letters = 0;
        int han = 0;
        int latin = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            if (Character.isLetter(codePoint)) {
                letters++;
                UnicodeScript script = UnicodeScript.of(codePoint);
                han += script == UnicodeScript.HAN ? 1 : 0;
                latin += script == UnicodeScript.LATIN ? 1 : 0;
            }
        }
        return of((double) han / Math.max(1, letters), (double) latin / Math.max(1, letters));
    }

    private static Script of(double han, double latin) {
        if (han + latin < LATIN_SHARE) {
            return OTHER;
        }
        if (han >= HAN_SHARE) {
            return HAN;
        }
        return han > TRACE ? MIXED : LATIN;
    }
}
