package dev.lichen.ppo;

/**
 * What the updates of one PPO step did, over all epochs, minibatches and parts.
 *
 * @param minibatches how many there were
 * @param policyLoss the sum of the minibatches' policy losses
 * @param valueLoss the sum of the minibatches' value losses
 * @param policy sums over tokens, for the policy
 * @param value sums over tokens, for the critic
 * @param policyGradient the policy's updates
 * @param valueGradient the critic's updates
 */
public record PpoStatistics(
        int minibatches,
        double policyLoss,
        double valueLoss,
        PolicyStatistics policy,
        ValueStatistics value,
        GradientStatistics policyGradient,
        GradientStatistics valueGradient) {

    /** Statistics of no updates. */
    public static PpoStatistics none() {
        return new PpoStatistics(
                0,
                0,
                0,
                PolicyStatistics.none(),
                ValueStatistics.none(),
                GradientStatistics.none(),
                GradientStatistics.none());
    }

    /** Statistics of one minibatch, which had no part yet. */
    static PpoStatistics ofMinibatch() {
        PpoStatistics none = none();
        return new PpoStatistics(1, 0, 0, none.policy, none.value, none.policyGradient, none.valueGradient);
    }

    /** Adds a part of a minibatch, whose loss is a share of the minibatch's. */
    PpoStatistics plus(PolicyLossResult part) {
        return new PpoStatistics(
                minibatches,
                policyLoss + part.loss(),
                valueLoss,
                policy.plus(part.statistics()),
                value,
                policyGradient,
                valueGradient);
    }

    /** Adds a part of a minibatch, whose loss is a share of the minibatch's. */
    PpoStatistics plus(ValueLossResult part) {
        return new PpoStatistics(
                minibatches,
                policyLoss,
                valueLoss + part.loss(),
                policy,
                value.plus(part.statistics()),
                policyGradient,
                valueGradient);
    }

    /** Adds the updates that a minibatch ended with. */
    PpoStatistics plus(GradientStatistics policyUpdate, GradientStatistics valueUpdate) {
        return new PpoStatistics(
                minibatches,
                policyLoss,
                valueLoss,
                policy,
                value,
                policyGradient.plus(policyUpdate),
                valueGradient.plus(valueUpdate));
    }

    /** Statistics of both, the other the later. */
    public PpoStatistics plus(PpoStatistics later) {
        return new PpoStatistics(
                minibatches + later.minibatches,
                policyLoss + later.policyLoss,
                valueLoss + later.valueLoss,
                policy.plus(later.policy),
                value.plus(later.value),
                policyGradient.plus(later.policyGradient),
                valueGradient.plus(later.valueGradient));
    }

    /** The mean policy loss of a minibatch. */
    public double meanPolicyLoss() {
        return policyLoss / minibatches;
    }

    /** The mean value loss of a minibatch. */
    public double meanValueLoss() {
        return valueLoss / minibatches;
    }
}
