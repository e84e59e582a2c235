package dev.lichen.annotation.project;

import dev.lichen.annotation.store.EventKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event of the ledger, for people to read.
 *
 * @param seq its number, from 1
 * @param happenedAt when
 * @param who the display name of the person who did it; null for the program itself
 * @param kind what it is about
 * @param subject what was touched, as {@code kind/id}
 * @param details what is noted of it, as canonical JSON
 */
public record AuditEntry(
        long seq, Instant happenedAt, @Nullable String who, EventKind kind, String subject, String details) {}
