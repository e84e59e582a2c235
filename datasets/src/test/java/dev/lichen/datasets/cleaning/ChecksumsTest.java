package dev.lichen.datasets.cleaning;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Holds check digits to published examples: those of GB 11643-1999, ISO/IEC 7812-1's usual one, and issuers' test cards. */
class ChecksumsTest {

    @Test
    void examplesOfTheStandardAreIdentityNumbers() {
        assertTrue(Checksums.isIdentityNumber("11010519491231002X"));
        assertTrue(Checksums.isIdentityNumber("440524188001010014"));
        assertTrue(Checksums.isIdentityNumber("11010519491231002x"));
    }

    @Test
    void anyOtherCheckCharacterIsWrong() {
        for (char check : "0123456789".toCharArray()) {
            assertFalse(Checksums.isIdentityNumber("11010519491231002" + check));
        }
        assertFalse(Checksums.isIdentityNumber("44052418800101001X"));
    }

    /** MOD 11-2 finds every swap of neighbours that differ; the plain sum of digits would find none. */
    @Test
    void negativeControlSwappedDigitsAreFound() {
        assertFalse(Checksums.isIdentityNumber("11010591491231002X"));
        assertFalse(Checksums.isIdentityNumber("110105194912310020"));
    }

    @Test
    void publishedNumbersPassLuhn() {
        for (String number : new String[] {
            "79927398713",
            "4111111111111111",
            "5555555555554444",
            "378282246310005",
            "6011111111111117",
            "3530111333300000"
        }) {
            assertTrue(Checksums.isLuhn(number), number);
        }
    }

    @Test
    void negativeControlEveryOtherLastDigitFailsLuhn() {
        for (char check : "012456789".toCharArray()) {
            assertFalse(Checksums.isLuhn("7992739871" + check));
        }
        assertFalse(Checksums.isLuhn("79972398713")); // neighbours swapped
    }
}
