package dev.lichen.datasets.files;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.Place;
import java.util.Map;

/** Refuses half a surrogate pair, which JSON can escape but UTF-8 cannot hold. */
final class Surrogates {

    private Surrogates() {}

    /** Returns whether the bytes may escape a surrogate, as in {@code \}{@code ud83d}; most records have none. */
    static boolean mayBeIn(byte[] bytes, int from, int to) {
        int i = ByteSearch.indexOf((byte) '\\', bytes, from, to);
        while (i >= 0 && i + 2 < to) {
            if (bytes[i + 1] == 'u' && (bytes[i + 2] | 0x20) == 'd') {
                return true;
            }
            i = nextEscape(bytes, i + 2, to);
        }
        return false;
    }

    /** Escapes stand close together in transcripts, where a search word by word starts over too often. */
    private static int nextEscape(byte[] bytes, int from, int to) {
        int near = Math.min(to, from + Long.BYTES);
        for (int i = from; i < near; i++) {
            if (bytes[i] == '\\') {
                return i;
            }
        }
        return ByteSearch.indexOf((byte) '\\', bytes, near, to);
    }

    /**
     * Looks through all texts and names of a value.
     *
     * @throws DataFormatException naming the field
     */
    static void refuse(JsonNode value, String path, Place place) {
        if (value.isTextual()) {
            refuse(value.textValue(), path, place);
        }
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                refuse(value.get(i), path + "[" + i + "]", place);
            }
        }
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            refuse(field.getKey(), "name of a field of " + path, place);
            refuse(field.getValue(), name, place);
        }
    }

    private static void refuse(String text, String path, Place place) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
                    String found = "half a surrogate pair, \\u%04x, at character %d".formatted((int) c, i + 1);
                    throw new DataFormatException("Bad field \"" + path + "\"", place, found, "Unicode text");
                }
                i++;
            }
        }
    }
}
