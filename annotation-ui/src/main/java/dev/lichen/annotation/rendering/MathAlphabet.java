package dev.lichen.annotation.rendering;

import java.util.Map;

/** The alphabets of mathematics in Unicode, where each has letters of its own. */
enum MathAlphabet {
    BOLD(0x1D400, 0x1D7CE, Map.of()),
    SCRIPT(0x1D49C, 0, Map.of('B', "ℬ", 'E', "ℰ", 'F', "ℱ", 'H', "ℋ", 'I', "ℐ", 'L', "ℒ", 'M', "ℳ", 'R', "ℛ")),
    FRAKTUR(0x1D504, 0, Map.of('C', "ℭ", 'H', "ℌ", 'I', "ℑ", 'R', "ℜ", 'Z', "ℨ")),
    DOUBLE(0x1D538, 0x1D7D8, Map.of('C', "ℂ", 'H', "ℍ", 'N', "ℕ", 'P', "ℙ", 'Q', "ℚ", 'R', "ℝ", 'Z', "ℤ")),
    SANS(0x1D5A0, 0x1D7E2, Map.of()),
    MONOSPACE(0x1D670, 0x1D7F6, Map.of());

    private static final int LETTERS = 26;

    private final int letters;
    private final int digits;
    private final Map<Character, String> others;

    MathAlphabet(int letters, int digits, Map<Character, String> others) {
        this.letters = letters;
        this.digits = digits;
        this.others = others;
    }

    /** Returns a text in this alphabet; signs that it does not have stay as they are. */
    String of(String text) {
        StringBuilder result = new StringBuilder();
        text.chars().forEach(sign -> result.append(of((char) sign)));
        return result.toString();
    }

    private String of(char sign) {
        String other = others.get(sign);
        if (other != null) {
            return other;
        }
        if (sign >= 'A' && sign <= 'Z') {
            return Character.toString(letters + sign - 'A');
        }
        if (sign >= 'a' && sign <= 'z' && this != SCRIPT) {
            return Character.toString(letters + LETTERS + sign - 'a');
        }
        return sign >= '0' && sign <= '9' && digits > 0
                ? Character.toString(digits + sign - '0')
                : Character.toString(sign);
    }
}
