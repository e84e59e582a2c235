package dev.lichen.training;

import dev.lichen.LichenException;
import java.nio.file.Path;

/** Signals that a run folder cannot be used: it is taken, in use, absent, or of another run. */
public final class RunDirectoryException extends LichenException {

    private static final long serialVersionUID = 1L;

    /**
     * Describes the fault.
     *
     * @param folder the run folder
     * @param fault what is wrong and what to do about it
     */
    public RunDirectoryException(Path folder, String fault) {
        super("Run folder " + folder + ": " + fault);
    }
}
