package dev.lichen.annotation.view;

import java.util.UUID;

/** Does what is to be done once there is a first administrator. */
@FunctionalInterface
public interface NewOwner {

    /** Makes what the administrator should find. */
    void welcome(UUID owner);
}
