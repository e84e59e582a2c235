package dev.lichen.annotation.queue;

import java.time.Instant;
import java.util.UUID;

/**
 * One person's place at one item.
 *
 * @param id identifies it
 * @param item what to judge
 * @param project the item's project
 * @param user who judges
 * @param purpose why
 * @param state how far it is
 * @param leaseUntil when the place goes back
 * @param training whether feedback follows
 * @param choice how the item was chosen
 */
record Assignment(
        UUID id,
        UUID item,
        UUID project,
        UUID user,
        Purpose purpose,
        AssignmentState state,
        Instant leaseUntil,
        boolean training,
        Choice choice) {

    Assignment with(AssignmentState newState, Instant newLease) {
        return new Assignment(id, item, project, user, purpose, newState, newLease, training, choice);
    }

    /** Returns the same place, leased once more by a choice of its own. */
    Assignment drawnAnew(Choice newChoice, Instant newLease) {
        return new Assignment(id, item, project, user, purpose, AssignmentState.LEASED, newLease, training, newChoice);
    }
}
