package dev.lichen.ppo;

/**
 * What the value loss looks at: one number of each kind a response token, all of the same rows.
 *
 * @param values V of the critic being trained
 * @param oldValues V of the critic when the responses were sampled
 * @param returns the targets R
 */
public record ValueInputs(TokenValues values, TokenValues oldValues, TokenValues returns) {

    /** Checks that the rows agree. */
    public ValueInputs {
        values.requireSameRows(oldValues);
        values.requireSameRows(returns);
    }
}
