package dev.lichen.annotation.queue;

/**
 * An annotator's own numbers in a project.
 *
 * @param judged items judged
 * @param skipped items left to others or flagged
 * @param goldSeen hidden items of known order among them; training, in which one learns the order, is left out
 * @param goldPassed how many of those were ranked within the tolerance; who ranked nothing did not
 */
public record Standing(long judged, long skipped, long goldSeen, long goldPassed) {}
