package dev.lichen.annotation.project;

import java.time.Instant;
import java.util.UUID;

/**
 * One version of the rules for annotators; it never changes.
 *
 * @param id identifies it in the store
 * @param version 1 and up
 * @param markdown the text
 * @param sha256 of the text; exports carry it
 * @param publishedAt since when it holds
 */
public record Guideline(UUID id, int version, String markdown, String sha256, Instant publishedAt) {}
