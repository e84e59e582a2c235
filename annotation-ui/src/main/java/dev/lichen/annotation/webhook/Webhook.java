package dev.lichen.annotation.webhook;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * An address that is told of events of a project; its secret is not shown again.
 *
 * @param id identifies it
 * @param project whose events
 * @param address where messages go
 * @param events of which kinds
 * @param createdAt since when
 */
public record Webhook(UUID id, UUID project, String address, Set<WebhookEvent> events, Instant createdAt) {

    public Webhook {
        events = Set.copyOf(events);
    }
}
