package dev.lichen.annotation.queue;

/**
 * An annotator's own numbers in a project.
 *
 * @param judged items judged
 * @param skipped items left to others or flagged
 * @param goldSeen items of known order among them, training included
 * @param goldPassed how many of those were within the tolerance
 */
public record Standing(long judged, long skipped, long goldSeen, long goldPassed) {}
