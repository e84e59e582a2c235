package dev.lichen.ppo;

import dev.lichen.training.config.Doc;
import dev.lichen.training.config.Require;

/**
 * Sets how far one step may move policy and critic.
 *
 * @param policy ε of the policy loss, in (0, 1)
 * @param value ε of the value loss, in units of the returns; 0 for none
 * @param dual c of the dual clip, above 1; 0 for none
 * @param entropyCoefficient the weight of the entropy bonus; 0 for none
 */
public record ClipConfig(
        @Doc("clip range of the policy's ratio, in (0, 1)") double policy,

        @Doc("clip range of the critic's values, in units of the returns; 0 for none")
        double value,

        @Doc("bound on the loss of bad tokens, above 1; 0 for none")
        double dual,

        @Doc("weight of the entropy bonus; 0 for none") double entropyCoefficient) {

    public ClipConfig {
        Require.inside("policy", policy, 0, 1);
        Require.notNegative("value", value);
        Require.that(dual == 0 || dual > 1, "dual must be above 1, or 0 for none, was " + dual);
        Require.notNegative("entropyCoefficient", entropyCoefficient);
    }

    /** Returns 0.2 for both, no dual clip, no entropy bonus. */
    public static ClipConfig defaults() {
        return new ClipConfig(0.2, 0.2, 0, 0);
    }

    PpoPolicyLoss policyLoss() {
        return new PpoPolicyLoss(policy, dual, entropyCoefficient);
    }

    ValueLoss valueLoss() {
        return new ValueLoss(value);
    }
}
