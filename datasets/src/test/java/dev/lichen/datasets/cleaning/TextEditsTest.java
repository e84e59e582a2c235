package dev.lichen.datasets.cleaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class TextEditsTest {

    @Test
    void composedFormReplacesTheDecomposedOne() {
        assertEquals("é ハ가", UnicodeForm.edit("e\u0301 ハ\u1100\u1161").text());
        assertFalse(UnicodeForm.edit("é 中文").changes());
    }

    /** NFC keeps what NFKC would fold: full-width letters and ligatures are text. */
    @Test
    void negativeControlCompatibilityFormsStay() {
        assertFalse(UnicodeForm.edit("Ａﬁ①").changes());
    }

    @Test
    void controlCharactersLeave() {
        assertEquals(
                "ab\tc\nd",
                ControlCharacters.edit("a\u0000b\tc\r\nd\u200B\uFEFF").text());
        assertEquals("a\nb", ControlCharacters.edit("a\rb").text());
        assertEquals("evil.exe", ControlCharacters.edit("\u202Eevil.exe\u202C").text());
        assertEquals("ab", ControlCharacters.edit("a\uD800b").text());
    }

    @Test
    void joinersOfEmojiAndFlagsStay() {
        String family = "👨\u200D👩\u200D👧 ❤\uFE0F";
        String scotland = new StringBuilder()
                .appendCodePoint(0x1F3F4)
                .appendCodePoint(0xE0067)
                .appendCodePoint(0xE007F)
                .toString();
        assertFalse(ControlCharacters.edit(family).changes());
        assertFalse(ControlCharacters.edit(scotland).changes());
        assertEquals("x", ControlCharacters.edit("x" + scotland.substring(2)).text());
    }
}
