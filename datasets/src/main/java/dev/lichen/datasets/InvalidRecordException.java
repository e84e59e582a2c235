package dev.lichen.datasets;

/**
 * Signals that a record's parts contradict its rules; readers turn it into a {@link DataFormatException} with the place.
 */
public final class InvalidRecordException extends IllegalArgumentException {

    private final String what;
    private final String found;
    private final String expected;

    /**
     * Describes a broken rule.
     *
     * @param what what is wrong, as a noun phrase: {@code "Bad tiers"}
     * @param found what was given
     * @param expected what the rule asks for
     */
    public InvalidRecordException(String what, String found, String expected) {
        super("%s: found %s, expected %s".formatted(what, found, expected));
        this.what = what;
        this.found = found;
        this.expected = expected;
    }

    /** Returns the same fault with the place it was read from. */
    public DataFormatException at(Place place) {
        return new DataFormatException(what, place, found, expected, this);
    }
}
