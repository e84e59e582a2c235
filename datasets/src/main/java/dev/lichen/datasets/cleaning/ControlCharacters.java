package dev.lichen.datasets.cleaning;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes characters out of texts that control and do not show.
 *
 * <p>C0 and C1 controls except tab and line feed, soft hyphens, zero-width spaces, byte order marks, bidirectional marks
 * and overrides, interlinear and tag characters, lone surrogates and code points that are no characters. A carriage return goes
 * where a line feed follows and becomes one elsewhere. Zero-width joiners stay: emoji and Indic scripts need them. So do
 * variation selectors, and tags in the flags of Wales, Scotland and England.
 */
final class ControlCharacters {

    private static final int BLACK_FLAG = 0x1F3F4;

    private ControlCharacters() {}

    static TextEdit edit(String text) {
        List<String> findings = new ArrayList<>();
        StringBuilder kept = new StringBuilder(text.length());
        boolean flag = false;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            flag = codePoint == BLACK_FLAG || (flag && isTag(codePoint));
            if (codePoint == '\r') {
                findings.add("carriage return");
                if (i == text.length() || text.charAt(i) != '\n') {
                    kept.append('\n');
                }
            } else if (controls(codePoint) && !flag) {
                findings.add("control character");
            } else {
                kept.appendCodePoint(codePoint);
            }
        }
        return findings.isEmpty() ? TextEdit.none(text) : new TextEdit(kept.toString(), findings);
    }

    private static boolean controls(int codePoint) {
        if (codePoint == '\n' || codePoint == '\t') {
            return false;
        }
        return Character.isISOControl(codePoint)
                || codePoint == 0x00AD // soft hyphen
                || codePoint == 0x061C // Arabic letter mark
                || codePoint == 0x180E // Mongolian vowel separator
                || codePoint == 0x200B // zero-width space
                || codePoint == 0x200E // left-to-right mark
                || codePoint == 0x200F // right-to-left mark
                || isBetween(codePoint, 0x202A, 0x202E) // bidirectional embeddings and overrides
                || isBetween(codePoint, 0x2060, 0x206F) // word joiner, isolates, deprecated controls
                || codePoint == 0xFEFF // byte order mark
                || isBetween(codePoint, 0xFFF9, 0xFFFB) // interlinear annotation
                || isBetween(codePoint, 0xD800, 0xDFFF) // surrogates without their partner
                || isBetween(codePoint, 0xFDD0, 0xFDEF) // no characters
                || (codePoint & 0xFFFE) == 0xFFFE // no characters
                || isTag(codePoint);
    }

    private static boolean isTag(int codePoint) {
        return isBetween(codePoint, 0xE0000, 0xE007F);
    }

    private static boolean isBetween(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }
}
