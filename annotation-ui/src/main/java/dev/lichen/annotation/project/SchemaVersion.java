package dev.lichen.annotation.project;

import java.time.Instant;
import java.util.UUID;

/**
 * One version of what is asked beyond the order; it never changes.
 *
 * @param id identifies it in the store
 * @param version 1 and up
 * @param schema criteria and flags
 * @param publishedAt since when it holds
 */
public record SchemaVersion(UUID id, int version, AnswerSchema schema, Instant publishedAt) {}
