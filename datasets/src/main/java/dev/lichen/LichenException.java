package dev.lichen;

import org.jspecify.annotations.Nullable;

/**
 * Signals a failure that one line can explain to the person at the terminal.
 *
 * <p>The message says what went wrong, where, what was found and what was expected. The command line prints it and
 * ends with {@link #exitCode()}.
 */
public abstract class LichenException extends RuntimeException {

    /** The exit code of a failure that the user can put right: bad input, bad configuration, a full disk. */
    public static final int USER_ERROR = 2;

    /** The exit code of a failure of the program itself. */
    public static final int INTERNAL_ERROR = 1;

    protected LichenException(String message) {
        super(message);
    }

    protected LichenException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Returns the process's exit code: {@value #USER_ERROR} unless a subclass says otherwise. */
    public int exitCode() {
        return USER_ERROR;
    }
}
