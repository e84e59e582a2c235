package dev.lichen.datasets.files;

import java.nio.file.Path;

/**
 * How JSON is laid out: what changes nothing of what it says, but makes two files equal byte by byte or not.
 *
 * @param indent spaces by which each depth is moved in; negative keeps an object on one line
 * @param spaced whether a space follows colons, and commas on one line
 * @param ascii whether characters beyond ASCII are escaped
 * @param escapedSlashes whether slashes are escaped
 * @param array whether the objects are the elements of one array
 * @param finalNewline whether the file ends with a line break
 * @param order in which the fields of an object stand
 */
public record JsonStyle(
        int indent,
        boolean spaced,
        boolean ascii,
        boolean escapedSlashes,
        boolean array,
        boolean finalNewline,
        FieldOrder order) {

    /** Without a space, characters as they are, in the container that the file's name asks for. */
    public static final JsonStyle COMPACT = new JsonStyle(-1, false, false, false, false, true, FieldOrder.asGiven());

    /** Returns the style of a JSON file, from its first mebibytes and its last byte. */
    public static JsonStyle of(Path file) {
        return JsonStyleDetector.detect(file);
    }

    /** Returns whether this is the style without spaces, for which the container is chosen by the file's name. */
    boolean isCompact() {
        return equals(COMPACT);
    }
}
