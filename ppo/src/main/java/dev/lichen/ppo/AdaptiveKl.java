package dev.lichen.ppo;

/**
 * Moves β so that the measured divergence follows a target (Ziegler et al. 2019, section 2.2).
 *
 * <p>e = clip(KL / target - 1, -0.2, 0.2) and β ← β (1 + e n / horizon), where n is the number of responses in the
 * step.
 *
 * @param coefficient the present β, positive
 * @param target the divergence aimed at, in nats a sequence
 * @param horizon over how many responses β adapts
 */
public record AdaptiveKl(double coefficient, double target, long horizon) implements KlController {

    private static final double LARGEST_ERROR = 0.2;

    /** Checks the ranges. */
    public AdaptiveKl {
        Ranges.requirePositive("coefficient", coefficient);
        Ranges.requirePositive("target", target);
        Ranges.requirePositive("horizon", (double) horizon);
    }

    @Override
    public KlController after(double sequenceKl, int sequences) {
        double error = Math.clamp(sequenceKl / target - 1, -LARGEST_ERROR, LARGEST_ERROR);
        return withCoefficient(coefficient * (1 + error * sequences / horizon));
    }

    @Override
    public KlController withCoefficient(double newCoefficient) {
        return new AdaptiveKl(newCoefficient, target, horizon);
    }
}
