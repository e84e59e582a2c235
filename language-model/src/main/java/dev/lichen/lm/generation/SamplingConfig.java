package dev.lichen.lm.generation;

/**
 * Says how tokens are drawn.
 *
 * @param temperature what the logits are divided by; 0 takes the likeliest token (greedy)
 * @param topK how many of the likeliest tokens may be drawn; 0 for all
 * @param topP the share of probability whose smallest set of tokens may be drawn, in (0, 1]; 1 for all
 * @param maximumNewTokens tokens after which generation ends, at least 1
 */
public record SamplingConfig(double temperature, int topK, double topP, int maximumNewTokens) {
    /** Checks the ranges. */
    public SamplingConfig {
        require(temperature >= 0 && Double.isFinite(temperature), "temperature must be at least 0, was " + temperature);
        require(topK >= 0, "topK must be at least 0, was " + topK);
        require(topP > 0 && topP <= 1, "topP must be in (0, 1], was " + topP);
        require(maximumNewTokens >= 1, "maximumNewTokens must be at least 1, was " + maximumNewTokens);
    }

    /** Returns sampling from the model's own distribution. */
    public static SamplingConfig ancestral(int maximumNewTokens) {
        return new SamplingConfig(1, 0, 1, maximumNewTokens);
    }

    /** Returns greedy decoding. */
    public static SamplingConfig greedy(int maximumNewTokens) {
        return new SamplingConfig(0, 0, 1, maximumNewTokens);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
