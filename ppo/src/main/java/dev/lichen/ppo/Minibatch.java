package dev.lichen.ppo;

import dev.lichen.lm.tokenizer.MaskedTokens;
import dev.lichen.training.BatchPlan;
import dev.lichen.training.MicroBatch;
import java.util.ArrayList;
import java.util.List;

/**
 * Some responses of a step with everything that the losses need, one row a response.
 *
 * @param responses the responses
 * @param oldLogProbabilities log π_old of each token
 * @param oldValues V_old before each token
 * @param advantages A, usually whitened over the whole step
 * @param returns the critic's targets
 */
record Minibatch(
        List<SampledResponse> responses,
        TokenValues oldLogProbabilities,
        TokenValues oldValues,
        TokenValues advantages,
        TokenValues returns) {

    /** All responses of a step. */
    static Minibatch of(Rollouts rollouts, Advantages advantages) {
        return new Minibatch(
                rollouts.responses(),
                rollouts.logProbabilities(),
                rollouts.values(),
                advantages.advantages(),
                advantages.returns());
    }

    /** Some of these responses. */
    Minibatch select(List<Integer> rows) {
        return new Minibatch(
                rows.stream().map(responses::get).toList(),
                oldLogProbabilities.select(rows),
                oldValues.select(rows),
                advantages.select(rows),
                returns.select(rows));
    }

    /** Cuts into equal parts in a given order. */
    List<Minibatch> cut(List<Integer> order, int parts) {
        int size = order.size() / parts;
        List<Minibatch> minibatches = new ArrayList<>();
        for (int from = 0; from < order.size(); from += size) {
            minibatches.add(select(order.subList(from, Math.min(from + size, order.size()))));
        }
        return minibatches;
    }

    /** Cuts into parts that fit into memory together. */
    List<Minibatch> microBatches(int tokenBudget) {
        List<Integer> lengths = marked().stream().map(MaskedTokens::size).toList();
        return BatchPlan.microBatches(lengths, tokenBudget).stream()
                .map(MicroBatch::examples)
                .map(this::select)
                .toList();
    }

    /** Context and response of each, the response's tokens marked. */
    List<MaskedTokens> marked() {
        return responses.stream().map(SampledResponse::marked).toList();
    }

    /** Context and response of each, marked where the critic is read. */
    List<MaskedTokens> markedBefore() {
        return responses.stream().map(SampledResponse::markedBefore).toList();
    }

    /** The response tokens of all. */
    long tokens() {
        return advantages.size();
    }
}
