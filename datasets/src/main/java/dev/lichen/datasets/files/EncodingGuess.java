package dev.lichen.datasets.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/** Guesses the encoding of bytes that are not UTF-8, so that the message can say how to convert them. */
final class EncodingGuess {

    private static final double SHARE = 0.8;
    private static final int ENOUGH_BYTES = 16;

    private EncodingGuess() {}

    /** Returns whether every second byte of the beginning is NUL, as in UTF-16 text of ASCII characters. */
    static Optional<String> ofUtf16(byte[] head) {
        if (startsWith(head, 0xFF, 0xFE) || (nulShare(head, 1) > SHARE && nulShare(head, 0) == 0)) {
            return Optional.of("UTF-16LE");
        }
        boolean bigEndian = startsWith(head, 0xFE, 0xFF) || (nulShare(head, 0) > SHARE && nulShare(head, 1) == 0);
        return bigEndian ? Optional.of("UTF-16BE") : Optional.empty();
    }

    /** Returns the likely name of the encoding of text that has bytes beyond ASCII. */
    static String of(byte[] bytes, int from, int to) {
        return looksLikeGb18030(bytes, from, to) ? "GB18030" : "Latin-1 or Windows-1252";
    }

    /** Chinese text is pairs of high bytes; in Latin-1 a high byte mostly stands alone. */
    private static boolean looksLikeGb18030(byte[] bytes, int from, int to) {
        int high = 0;
        int paired = 0;
        for (int i = from; i < to; i++) {
            if (isHigh(bytes[i])) {
                boolean pair = i + 1 < to && isHigh(bytes[i + 1]);
                high += pair ? 2 : 1;
                paired += pair ? 2 : 0;
                i += pair ? 1 : 0;
            }
        }
        return paired > SHARE * high && decodes("GB18030", bytes, from, to);
    }

    private static boolean decodes(String encoding, byte[] bytes, int from, int to) {
        try {
            Charset.forName(encoding)
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, to - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean isHigh(byte value) {
        return (value & 0xFF) >= 0x81;
    }

    private static double nulShare(byte[] head, int parity) {
        int nuls = 0;
        for (int i = parity; i < head.length; i += 2) {
            nuls += head[i] == 0 ? 1 : 0;
        }
        return head.length < ENOUGH_BYTES ? 0 : 2.0 * nuls / head.length;
    }

    private static boolean startsWith(byte[] head, int first, int second) {
        return head.length >= 2 && (head[0] & 0xFF) == first && (head[1] & 0xFF) == second;
    }
}
