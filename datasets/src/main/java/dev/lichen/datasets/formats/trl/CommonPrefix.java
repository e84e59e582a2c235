package dev.lichen.datasets.formats.trl;

/** Finds what two texts begin with alike, without cutting a word in two. */
final class CommonPrefix {

    private CommonPrefix() {}

    /** Returns the length in characters, moved back to the beginning of a word that both texts only begin alike. */
    static int length(String first, String second) {
        int limit = Math.min(first.length(), second.length());
        int length = 0;
        while (length < limit && first.charAt(length) == second.charAt(length)) {
            length++;
        }
        if (continuesWord(first, length) || continuesWord(second, length)) {
            while (length > 0 && isWordCharacter(first.charAt(length - 1))) {
                length--;
            }
        }
        return length;
    }

    private static boolean continuesWord(String text, int position) {
        return position > 0
                && position < text.length()
                && isWordCharacter(text.charAt(position - 1))
                && isWordCharacter(text.charAt(position));
    }

    /** Ideographs stand alone; halves of a character outside the basic plane belong together. */
    private static boolean isWordCharacter(char c) {
        return Character.isSurrogate(c) || (Character.isLetterOrDigit(c) && !Character.isIdeographic(c));
    }
}
