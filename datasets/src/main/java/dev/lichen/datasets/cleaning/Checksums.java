package dev.lichen.datasets.cleaning;

/** Tells numbers with a check digit from numbers that only look like them. */
final class Checksums {

    private static final int IDENTITY_DIGITS = 18;
    private static final int MODULUS = 11;
    private static final String CHECK_CHARACTERS = "10X98765432";

    private Checksums() {}

    /**
     * Returns whether a Chinese identity number of 18 characters has the check character of GB 11643-1999.
     *
     * <p>ISO 7064, MOD 11-2: with weights 2^(18−i) mod 11 for the digits i = 1 … 17, the sum mod 11 picks the character.
     */
    static boolean isIdentityNumber(String characters) {
        if (characters.length() != IDENTITY_DIGITS) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < IDENTITY_DIGITS - 1; i++) {
            int weight = (1 << (IDENTITY_DIGITS - 1 - i)) % MODULUS;
            sum += weight * Character.digit(characters.charAt(i), 10);
        }
        char last = Character.toUpperCase(characters.charAt(IDENTITY_DIGITS - 1));
        return CHECK_CHARACTERS.charAt(sum % MODULUS) == last;
    }

    /** Returns whether digits pass Luhn's test (ISO/IEC 7812-1): every second from the right doubled, sum divisible by 10. */
    static boolean isLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(digits.length() - 1 - i), 10);
            int counted = i % 2 == 1 ? 2 * digit : digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }
}
