package dev.lichen.ppo;

/**
 * The rewards of some responses.
 *
 * @param rewards r, one a token, in units of score; a response's sum is its score less β times its divergence
 * @param divergence the estimated divergence of each token from the reference, in nats
 */
public record Rewards(TokenValues rewards, TokenValues divergence) {

    /** Divides the rewards by their standard deviation over all tokens and keeps their mean. */
    public Rewards whitened() {
        return new Rewards(Whitening.keepingMean(rewards), divergence);
    }
}
