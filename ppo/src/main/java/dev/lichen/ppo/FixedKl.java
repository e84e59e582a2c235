package dev.lichen.ppo;

/**
 * Keeps β as it is.
 *
 * @param coefficient β, not negative
 */
public record FixedKl(double coefficient) implements KlController {

    /** Checks the range. */
    public FixedKl {
        Ranges.requireNotNegative("coefficient", coefficient);
    }

    @Override
    public KlController after(double sequenceKl, int sequences) {
        return this;
    }

    @Override
    public KlController withCoefficient(double newCoefficient) {
        return new FixedKl(newCoefficient);
    }
}
