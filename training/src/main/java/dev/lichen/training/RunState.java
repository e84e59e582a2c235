package dev.lichen.training;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Says where a run stands. */
public enum RunState {
    /** A process works on it, or was killed while it did. */
    RUNNING,
    /** It was asked to stop, and can be resumed. */
    INTERRUPTED,
    /** It ended with an error, and can be resumed. */
    FAILED,
    /** Every step is done. */
    DONE;

    /** Returns the state as it stands in {@code run.json}. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
