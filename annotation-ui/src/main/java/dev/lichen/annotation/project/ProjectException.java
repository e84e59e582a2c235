package dev.lichen.annotation.project;

import dev.lichen.LichenException;

/** Signals that a project, or what is to go into it, is not what it should be. */
public final class ProjectException extends LichenException {

    public ProjectException(String message) {
        super(message);
    }
}
