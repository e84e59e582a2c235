package dev.lichen.datasets;

import dev.lichen.LichenException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Signals that a data file is not what it should be, naming file and line, what was found and what was expected. */
public final class DataFormatException extends LichenException {

    private static final int SHOWN_CHARACTERS = 300;
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

    private final String reason;
    private final transient Place place;

    /**
     * Describes a fault in a data file.
     *
     * @param what what is wrong, as a noun phrase: {@code "Bad ranking"}
     * @param place where
     * @param found what stands there
     * @param expected what should stand there
     */
    public DataFormatException(String what, Place place, String found, String expected) {
        this(what, place, found, expected, null);
    }

    public DataFormatException(String what, Place place, String found, String expected, @Nullable Throwable cause) {
        super("%s at %s: found %s, expected %s".formatted(shown(what), place, shown(found), expected), cause);
        this.reason = shown(what) + ", expected " + expected;
        this.place = place;
    }

    /** Returns what is wrong and what was expected, in words that are the same for every fault of the kind. */
    public String reason() {
        return reason;
    }

    /** Returns the file and line of the fault. */
    public Place place() {
        return place;
    }

    /** Keeps text that comes from a file to one line of a length that a terminal can show. */
    private static String shown(String text) {
        String line = CONTROLS.matcher(text).replaceAll(" ");
        return line.length() > SHOWN_CHARACTERS ? line.substring(0, SHOWN_CHARACTERS) + "…" : line;
    }
}
