package dev.lichen.evaluation;

import dev.lichen.lm.tokenizer.TokenSequence;

/**
 * What one freshly sampled answer says about the policy.
 *
 * @param prompt the prompt's key; answers to one prompt are one cluster
 * @param tokens the sampled tokens, the end-of-turn token included
 * @param finished whether the policy ended its turn itself
 * @param k1 the estimate Σ d of KL(policy ‖ reference), nats for the whole sequence, d = log π − log π_ref
 * @param k3 the estimate Σ (e^−d − 1 + d), nats for the whole sequence, never negative
 * @param entropy the mean entropy of the next-token distribution, nats a token
 */
public record SampleMeasurement(
        String prompt, TokenSequence tokens, boolean finished, double k1, double k3, double entropy) {

    /**
     * Measures an answer from the values at its tokens.
     *
     * @param policy the policy's log-probability of each token, nats
     * @param reference the reference's log-probability of each token, nats, at the same temperature
     * @param entropies the policy's entropy before each token, nats
     */
    public static SampleMeasurement of(
            String prompt,
            TokenSequence tokens,
            boolean finished,
            float[] policy,
            float[] reference,
            float[] entropies) {
        requireLength("policy", policy, tokens);
        requireLength("reference", reference, tokens);
        requireLength("entropies", entropies, tokens);
        double k1 = 0;
        double k3 = 0;
        double entropy = 0;
        for (int i = 0; i < policy.length; i++) {
            double difference = (double) policy[i] - reference[i];
            k1 += difference;
            k3 += Math.expm1(-difference) + difference;
            entropy += entropies[i];
        }
        return new SampleMeasurement(prompt, tokens, finished, k1, k3, entropy / Math.max(1, policy.length));
    }

    private static void requireLength(String name, float[] values, TokenSequence tokens) {
        if (values.length != tokens.size()) {
            throw new IllegalArgumentException(
                    name + " must hold one value a token: " + values.length + " values, " + tokens.size() + " tokens");
        }
    }
}
