package dev.lichen.annotation.job;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job and where it stands.
 *
 * @param id identifies it
 * @param request what was asked for
 * @param state where it stands, as of the moment of the call
 * @param reason why it ended so; null if there is nothing to say
 * @param resumed whether it goes on with what its folder holds
 * @param process the process that works on it, or did last; null before the first
 * @param createdAt when it was asked for
 */
public record Job(
        UUID id,
        JobRequest request,
        JobState state,
        @Nullable String reason,
        boolean resumed,
        @Nullable ProcessMark process,
        Instant createdAt) {

    /**
     * A process, told apart from a later one of the same number by its start.
     *
     * @param id the system's number
     * @param startedAt when it began, to the millisecond
     */
    public record ProcessMark(long id, Instant startedAt) {}

    Job with(JobState newState, @Nullable String newReason) {
        return new Job(id, request, newState, newReason, resumed, process, createdAt);
    }
}
