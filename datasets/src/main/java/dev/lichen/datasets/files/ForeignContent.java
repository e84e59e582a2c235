package dev.lichen.datasets.files;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Names what lies in place of data. */
final class ForeignContent {

    private static final int SHOWN_CHARACTERS = 40;

    private ForeignContent() {}

    /** Returns what a file is that can hold no records, from its unpacked beginning; empty if it may hold some. */
    static Optional<String> of(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        String start = text.stripLeading().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return Optional.of("an empty file");
        }
        if (text.startsWith("version https://git-lfs")) {
            return Optional.of("a Git LFS pointer; fetch the data itself with \"git lfs pull\"");
        }
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return Optional.of("an HTML page; what was downloaded is a page about the data or an error message");
        }
        return packed(text).or(() -> EncodingGuess.ofUtf16(head).map(ForeignContent::otherEncoding));
    }

    /** Returns how a file begins that is nothing known. */
    static String beginning(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.indexOf('\0') >= 0) {
            return "binary data";
        }
        if (Utf8.faultIn(head, 0, head.length - Math.min(head.length, 4)) >= 0) {
            return otherEncoding(EncodingGuess.of(head, 0, head.length));
        }
        String first = new String(head, StandardCharsets.UTF_8)
                .strip()
                .lines()
                .findFirst()
                .orElse("");
        String shown = first.replaceAll("\\p{Cntrl}", "?");
        return "text that begins with \"" + shown.substring(0, Math.min(shown.length(), SHOWN_CHARACTERS)) + "\"";
    }

    private static Optional<String> packed(String text) {
        if (text.startsWith("PK\3\4")) {
            return Optional.of("a zip archive; unpack it first");
        }
        if (text.startsWith("BZh") || text.startsWith("\u00FD7zXZ") || text.startsWith("7z\u00BC\u00AF")) {
            return Optional.of("an archive of another kind; unpack it first");
        }
        return text.startsWith("ARROW1") ? Optional.of("an Arrow file; save it as Parquet") : Optional.empty();
    }

    private static String otherEncoding(String encoding) {
        return "text in " + (encoding.startsWith("UTF") ? "" : "another encoding, probably ") + encoding
                + " (\"iconv -f " + encoding.split(" ", 2)[0] + " -t UTF-8\" converts it)";
    }
}
