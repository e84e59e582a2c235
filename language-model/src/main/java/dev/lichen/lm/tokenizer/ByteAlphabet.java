package dev.lichen.lm.tokenizer;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Spells bytes as visible characters, as GPT-2 does.
 *
 * <p>Vocabulary files hold strings, but a piece may be half of a character. So each byte has a character of its own:
 * the visible Latin-1 characters stand for themselves, and the 68 other bytes, in ascending order, for U+0100 and up.
 */
final class ByteAlphabet {

    private static final int BYTES = 256;
    private static final char[] CHARACTERS = characters();

    private ByteAlphabet() {}

    /** Returns the character that stands for a byte, 0 to 255. */
    static char character(int value) {
        return CHARACTERS[value];
    }

    /** Returns the spelling of a text's UTF-8 bytes. */
    static String spell(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return IntStream.range(0, bytes.length)
                .mapToObj(i -> String.valueOf(CHARACTERS[Byte.toUnsignedInt(bytes[i])]))
                .collect(Collectors.joining());
    }

    private static char[] characters() {
        char[] characters = new char[BYTES];
        char next = BYTES;
        for (int value = 0; value < BYTES; value++) {
            characters[value] = isVisible(value) ? (char) value : next++;
        }
        return characters;
    }

    private static boolean isVisible(int value) {
        return (value >= '!' && value <= '~') || (value >= 0xA1 && value <= 0xFF && value != 0xAD);
    }
}
