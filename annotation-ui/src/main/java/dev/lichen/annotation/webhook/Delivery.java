package dev.lichen.annotation.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message, sent or to be sent.
 *
 * @param id identifies it, also to its receiver
 * @param webhook where it goes
 * @param event of what it tells
 * @param body its JSON
 * @param state WAITING, DELIVERED or FAILED
 * @param attempts how often it was sent
 * @param nextAt when it is sent next, while it waits
 * @param outcome what the last attempt gave; null before the first
 * @param createdAt when the event was seen
 */
public record Delivery(
        UUID id,
        UUID webhook,
        String event,
        String body,
        String state,
        int attempts,
        Instant nextAt,
        @Nullable String outcome,
        Instant createdAt) {}
