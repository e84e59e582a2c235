package dev.lichen.ppo;

import dev.lichen.lm.transformer.CausalLanguageModel;
import dev.lichen.lm.transformer.LanguageModelPass;
import dev.lichen.lm.transformer.TokenScores;

/**
 * Adds a minibatch's gradient to the policy's.
 *
 * @param policy what learns
 * @param loss its loss
 * @param temperature the one that sampling used
 */
record PolicyUpdate(CausalLanguageModel policy, PpoPolicyLoss loss, double temperature) {

    /** Runs a part of a minibatch forward and backward. */
    PolicyLossResult accumulate(Minibatch part, long minibatchTokens) {
        try (LanguageModelPass pass = policy.forward(part.marked(), temperature)) {
            TokenScores scores = pass.scores();
            TokenValues rows = part.oldLogProbabilities();
            PolicyInputs inputs = new PolicyInputs(
                    rows.withValues(scores.logProbabilities()),
                    rows,
                    part.advantages(),
                    rows.withValues(scores.entropies()));
            PolicyLossResult result = loss.evaluate(inputs, minibatchTokens);
            pass.backward(
                    result.logProbabilityGradient().toFloats(),
                    result.entropyGradient().toFloats());
            return result;
        }
    }
}
