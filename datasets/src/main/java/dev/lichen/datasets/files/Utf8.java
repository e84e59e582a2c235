package dev.lichen.datasets.files;

/** Checks that bytes are UTF-8 (RFC 3629), and without NUL. */
final class Utf8 {

    private Utf8() {}

    /** Returns where the first byte stands that begins no character, or −1. */
    static int faultIn(byte[] bytes, int from, int to) {
        int i = ByteSearch.endOfAscii(bytes, from, to);
        while (i < to) {
            int length = characterLength(bytes, i, to);
            if (length == 0) {
                return i;
            }
            i += length;
            if (i < to && bytes[i] > 0) {
                i = ByteSearch.endOfAscii(bytes, i, to);
            }
        }
        return -1;
    }

    /** Returns whether the bytes are the UTF-8 form of half a surrogate pair, which is no character. */
    static boolean isSurrogate(byte[] bytes, int index, int to) {
        return index + 1 < to && (bytes[index] & 0xFF) == 0xED && (bytes[index + 1] & 0xFF) >= 0xA0;
    }

    private static int characterLength(byte[] bytes, int index, int to) {
        int first = bytes[index] & 0xFF;
        if (first < 0xC2 || first > 0xF4) {
            return 0;
        }
        int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        if (index + length > to || !isSecond(first, bytes[index + 1] & 0xFF)) {
            return 0;
        }
        for (int i = index + 2; i < index + length; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    /** Excludes longer forms than needed, surrogates, and what lies beyond U+10FFFF. */
    private static boolean isSecond(int first, int second) {
        int lowest = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int highest = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        return second >= lowest && second <= highest;
    }
}
