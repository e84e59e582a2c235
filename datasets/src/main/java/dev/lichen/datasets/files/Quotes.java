package dev.lichen.datasets.files;

/** Follows the quotes of a row: they count at the beginning of a cell only, and two inside quotes are one. */
final class Quotes {

    private enum State {
        CELL_BEGINS,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTES
    }

    private final byte delimiter;
    private State state = State.CELL_BEGINS;

    Quotes(byte delimiter) {
        this.delimiter = delimiter;
    }

    /** Takes the next byte; true if the row ends with it. */
    boolean isEndOfRow(byte b) {
        if (b == '"') {
            state = switch (state) {
                case CELL_BEGINS, QUOTE_IN_QUOTES -> State.QUOTED;
                case QUOTED -> State.QUOTE_IN_QUOTES;
                case PLAIN -> State.PLAIN;
            };
        } else if (state != State.QUOTED) {
            state = b == delimiter ? State.CELL_BEGINS : State.PLAIN;
            return b == '\n';
        }
        return false;
    }

    /** Returns whether the last byte was the end of a cell. */
    boolean isBetweenCells() {
        return state == State.CELL_BEGINS;
    }

    boolean areOpen() {
        return state == State.QUOTED;
    }
}
