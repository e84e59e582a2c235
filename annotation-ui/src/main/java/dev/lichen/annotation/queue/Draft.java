package dev.lichen.annotation.queue;

import java.time.Instant;

/**
 * Work that is not submitted.
 *
 * @param body whatever the page needs to show it again
 * @param revision counts the saves, from 1
 * @param savedAt when
 */
public record Draft(String body, long revision, Instant savedAt) {}
