package dev.lichen.ppo;

/**
 * What the policy loss looks at: one number of each kind a response token, all of the same rows.
 *
 * @param logProbabilities log π(y) of the policy being trained, in nats
 * @param oldLogProbabilities log π(y) of the policy that sampled the responses, in nats
 * @param advantages A, usually whitened
 * @param entropies the entropy of the trained policy's distribution at the token, in nats
 */
public record PolicyInputs(
        TokenValues logProbabilities, TokenValues oldLogProbabilities, TokenValues advantages, TokenValues entropies) {

    /** Checks that the rows agree. */
    public PolicyInputs {
        logProbabilities.requireSameRows(oldLogProbabilities);
        logProbabilities.requireSameRows(advantages);
        logProbabilities.requireSameRows(entropies);
    }
}
