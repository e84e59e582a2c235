package dev.lichen.ppo;

/**
 * What the updates of one PPO step did, over all epochs, minibatches and parts.
 *
 * @param minibatches how many updates were made
 * @param policyLoss the sum of the minibatches' policy losses
 * @param valueLoss the sum of the minibatches' value losses
 * @param policy sums over tokens, for the policy
 * @param value sums over tokens, for the critic
 */
public record PpoStatistics(
        int minibatches, double policyLoss, double valueLoss, PolicyStatistics policy, ValueStatistics value) {

    /** Statistics of no updates. */
    public static PpoStatistics none() {
        return new PpoStatistics(0, 0, 0, PolicyStatistics.none(), ValueStatistics.none());
    }

    /** Adds a part of a minibatch, whose losses are shares of the minibatch's. */
    public PpoStatistics plus(PolicyLossResult policyPart, ValueLossResult valuePart) {
        return new PpoStatistics(
                minibatches,
                policyLoss + policyPart.loss(),
                valueLoss + valuePart.loss(),
                policy.plus(policyPart.statistics()),
                value.plus(valuePart.statistics()));
    }

    /** Counts the minibatch whose parts were added. */
    public PpoStatistics endOfMinibatch() {
        return new PpoStatistics(minibatches + 1, policyLoss, valueLoss, policy, value);
    }

    /** Statistics of both. */
    public PpoStatistics plus(PpoStatistics other) {
        return new PpoStatistics(
                minibatches + other.minibatches,
                policyLoss + other.policyLoss,
                valueLoss + other.valueLoss,
                policy.plus(other.policy),
                value.plus(other.value));
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
