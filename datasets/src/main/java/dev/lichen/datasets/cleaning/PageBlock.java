package dev.lichen.datasets.cleaning;

import java.util.regex.Pattern;

/**
 * A paragraph, a heading or a line of a page.
 *
 * @param text as it is shown
 * @param linkCharacters how many characters of it are links, addresses included
 */
record PageBlock(String text, int linkCharacters) {

    private static final double WORDS_PER_IDEOGRAPH = 1 / 1.5; // a Chinese word has about a character and a half
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}&&[^\\p{IsHan}]]+");
    private static final Pattern SENTENCE_END = Pattern.compile("[。！？!?…]|\\.(?=\\s|[\"”’)]|$)");

    /** Returns the share of the block that is links, in [0, 1]. */
    double linkDensity() {
        int length = text.strip().length();
        return length == 0 ? 0 : Math.min(1, (double) linkCharacters / length);
    }

    /** Returns about how many words the block has. */
    double words() {
        long ideographs = text.codePoints().filter(Character::isIdeographic).count();
        return ideographs * WORDS_PER_IDEOGRAPH + WORD.matcher(text).results().count();
    }

    /** Returns whether a sentence ends in the block. */
    boolean hasSentence() {
        return SENTENCE_END.matcher(text).find();
    }
}
