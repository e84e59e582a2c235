package dev.lichen.ppo;

/**
 * Advantages and the returns that belong to them, one a response token.
 *
 * @param advantages A, in units of reward
 * @param returns A + V of the advantages before whitening: the critic's target
 */
public record Advantages(TokenValues advantages, TokenValues returns) {

    /** Whitens the advantages over all their tokens; the returns stay as they are. */
    public Advantages whitened() {
        return new Advantages(Whitening.toZeroMean(advantages), returns);
    }
}
