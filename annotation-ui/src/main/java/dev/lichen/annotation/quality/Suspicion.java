package dev.lichen.annotation.quality;

import java.util.UUID;

/**
 * How far a person's work shows a pattern.
 *
 * @param user whose work
 * @param pseudonym how the board names them
 * @param pattern which pattern
 * @param share the share of items that follow it
 * @param n how many items tell
 * @param logEvidence the strongest evidence against careful work so far, as a natural logarithm, at least 0
 * @param raised whether that is more than the rate of false alarms allows
 */
public record Suspicion(
        UUID user, String pseudonym, Pattern pattern, double share, long n, double logEvidence, boolean raised) {}
