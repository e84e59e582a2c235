package dev.lichen.ppo;

import dev.lichen.lm.transformer.ScalarModel;
import dev.lichen.lm.transformer.ScalarPass;

/**
 * Adds a minibatch's gradient to the critic's.
 *
 * @param critic what learns
 * @param loss its loss
 */
record ValueUpdate(ScalarModel critic, ValueLoss loss) {

    /** Runs a part of a minibatch forward and backward. */
    ValueLossResult accumulate(Minibatch part, long minibatchTokens) {
        try (ScalarPass pass = critic.forward(part.markedBefore())) {
            TokenValues values = part.oldValues().withValues(pass.values());
            ValueLossResult result =
                    loss.evaluate(new ValueInputs(values, part.oldValues(), part.returns()), minibatchTokens);
            pass.backward(result.gradient().toFloats());
            return result;
        }
    }
}
