package dev.lichen.annotation.project;

import dev.lichen.LichenException;
import java.util.List;

/** Signals that a project, or what is to go into it, is not what it should be. */
public final class ProjectException extends LichenException {

    private final ProjectRefusal reason;
    private final transient List<Object> values;

    /** Signals that a rule was not kept, with what was found and expected in the order of the rule's words. */
    public ProjectException(ProjectRefusal reason, Object... values) {
        super(reason.message(values));
        this.reason = reason;
        this.values = List.of(values);
    }

    /** Returns the rule that was not kept. */
    public ProjectRefusal reason() {
        return reason;
    }

    /** Returns what was found and expected. */
    public List<Object> values() {
        return values;
    }
}
