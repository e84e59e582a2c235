package dev.lichen.ppo;

/**
 * The clipped squared error of the critic, with its gradient.
 *
 * <p>½ · mean max((V - R)², (clip(V, V_old ± ε) - R)²), the mean over all tokens of the minibatch. The half is inside,
 * so a weight of 1 is half the mean squared error. Where the clipped error is the larger, V is out of range and the
 * gradient is 0.
 *
 * @param clipRange ε, in units of the returns; 0 turns clipping off
 */
public record ValueLoss(double clipRange) {

    /** Checks the range. */
    public ValueLoss {
        Ranges.requireNotNegative("clipRange", clipRange);
    }

    /**
     * Evaluates one part of a minibatch.
     *
     * @param inputs the part's tokens
     * @param minibatchTokens how many tokens the whole minibatch has
     */
    public ValueLossResult evaluate(ValueInputs inputs, long minibatchTokens) {
        TokenValues errors = inputs.values().minus(inputs.returns());
        TokenValues clippedErrors =
                inputs.values().combine(inputs.oldValues(), this::clip).minus(inputs.returns());
        TokenValues losses =
                errors.combine(clippedErrors, (error, clipped) -> Math.max(square(error), square(clipped)));
        TokenValues gradient = errors.combine(
                clippedErrors, (error, clipped) -> clipHolds(error, clipped) ? 0 : error / minibatchTokens);
        return new ValueLossResult(
                0.5 * losses.sum() / minibatchTokens, gradient, statistics(inputs, errors, clippedErrors));
    }

    private double clip(double value, double oldValue) {
        return clipRange == 0 ? value : Math.clamp(value, oldValue - clipRange, oldValue + clipRange);
    }

    private static boolean clipHolds(double error, double clippedError) {
        return square(clippedError) > square(error);
    }

    private static double square(double value) {
        return value * value;
    }

    private static ValueStatistics statistics(ValueInputs inputs, TokenValues errors, TokenValues clippedErrors) {
        TokenValues clipped = errors.combine(clippedErrors, (error, other) -> clipHolds(error, other) ? 1 : 0);
        return new ValueStatistics(
                errors.size(),
                Math.round(clipped.sum()),
                inputs.values().sum(),
                errors.map(ValueLoss::square).sum());
    }
}
