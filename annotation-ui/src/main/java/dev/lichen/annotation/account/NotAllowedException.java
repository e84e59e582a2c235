package dev.lichen.annotation.account;

import dev.lichen.LichenException;
import java.util.Set;

/** Signals that a person lacks the role that an action needs. */
public final class NotAllowedException extends LichenException {

    NotAllowedException(Set<Role> needed) {
        super("Not allowed: expected one of the roles "
                + needed.stream().sorted().toList());
    }
}
