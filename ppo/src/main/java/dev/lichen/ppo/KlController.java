package dev.lichen.ppo;

/**
 * Decides the weight β of the divergence from the reference in the reward.
 *
 * <p>Divergences are in nats a sequence: the sum over a response's tokens, averaged over responses. A controller is an
 * immutable value and part of a checkpoint.
 */
public sealed interface KlController permits FixedKl, AdaptiveKl {

    /** The present β, in units of score a nat. */
    double coefficient();

    /**
     * Gives the controller for the next step.
     *
     * @param sequenceKl the divergence just measured, in nats a sequence
     * @param sequences how many responses it was measured on
     */
    KlController after(double sequenceKl, int sequences);

    /** Gives the same controller with another β, as a checkpoint holds it. */
    KlController withCoefficient(double newCoefficient);
}
