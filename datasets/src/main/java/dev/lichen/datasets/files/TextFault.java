package dev.lichen.datasets.files;

import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.Place;

/** Finds bytes that are no text, and names them for what they are. */
final class TextFault {

    private static final String UTF8 = "text in UTF-8";

    private TextFault() {}

    /**
     * Refuses a record that is too long or no text.
     *
     * @throws DataFormatException naming the place and the fault
     */
    static void refuse(RecordCutter cutter, Place place) {
        if (cutter.isTooLong()) {
            String limit = (RecordCutter.LONGEST_RECORD >> 20) + " MiB";
            throw new DataFormatException("Record too long", place, "more than " + limit, "at most " + limit);
        }
        int start = cutter.start();
        int end = start + cutter.length();
        int fault = Utf8.faultIn(cutter.buffer(), start, end);
        if (fault >= 0) {
            throw describe(cutter.buffer(), start, end, fault, place);
        }
    }

    private static DataFormatException describe(byte[] bytes, int start, int end, int fault, Place place) {
        String where = " at byte " + (fault - start + 1) + " of the record";
        if (bytes[fault] == 0) {
            return new DataFormatException("NUL byte", place, "a NUL byte" + where, UTF8);
        }
        if (Utf8.isSurrogate(bytes, fault, end)) {
            return new DataFormatException("Lone surrogate", place, "half a surrogate pair" + where, UTF8);
        }
        String encoding = EncodingGuess.of(bytes, start, end);
        String found = "bytes of another encoding" + where + ", probably " + encoding;
        String expected = UTF8 + " (\"iconv -f " + encoding.split(" ", 2)[0] + " -t UTF-8\" converts it)";
        return new DataFormatException("Not UTF-8", place, found, expected);
    }
}
