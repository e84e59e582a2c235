package dev.lichen.lm.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lichen.lm.tokenizer.MaskedTokens;
import dev.lichen.lm.tokenizer.TokenSequence;
import java.util.List;

/**
 * Holds sequences one after the other without padding, with the indices a kernel needs to run them together.
 *
 * <p>Matrix products run over the N real tokens only. Attention alone looks at a padded (B, T) view: a padded cell repeats
 * row 0, lies behind every real token of its sequence, and so is never seen by one (attention is causal).
 */
final class PackedBatch {
    private final long[] ids;
    private final long[] positions;
    private final long[] padded;
    private final long[] flat;
    private final long[] scored;
    private final long[] targets;
    private final int sequences;
    private final int longest;

    private PackedBatch(List<MaskedTokens> batch, int lookBack) {
        sequences = batch.size();
        longest = batch.stream().mapToInt(MaskedTokens::size).max().orElse(0);
        int tokens = batch.stream().mapToInt(MaskedTokens::size).sum();
        int marked =
                batch.stream().mapToInt(sequence -> sequence.mask().count()).sum();
        ids = new long[tokens];
        positions = new long[tokens];
        flat = new long[tokens];
        padded = new long[sequences * longest];
        scored = new long[marked];
        targets = new long[marked];
        fill(batch, lookBack);
    }

    /**
     * Packs sequences for log-probabilities: a marked token is predicted by the row before it.
     *
     * @throws IllegalArgumentException when a first token is marked, which nothing predicts
     */
    static PackedBatch predicting(List<MaskedTokens> batch) {
        return new PackedBatch(batch, 1);
    }

    /** Packs sequences for values: a marked token is read at its own row. */
    static PackedBatch reading(List<MaskedTokens> batch) {
        return new PackedBatch(batch, 0);
    }

    private void fill(List<MaskedTokens> batch, int lookBack) {
        int row = 0;
        int mark = 0;
        for (int b = 0; b < sequences; b++) {
            MaskedTokens sequence = batch.get(b);
            for (int t = 0; t < sequence.size(); t++) {
                ids[row + t] = sequence.tokens().get(t);
                positions[row + t] = t;
                flat[row + t] = (long) b * longest + t;
                padded[b * longest + t] = (long) row + t;
            }
            for (int position : sequence.mask().positions()) {
                if (position < lookBack) {
                    throw new IllegalArgumentException("the first token of sequence " + b + " cannot be predicted");
                }
                scored[mark] = (long) row + position - lookBack;
                targets[mark++] = sequence.tokens().get(position);
            }
            row += sequence.size();
        }
    }

    int sequences() {
        return sequences;
    }

    int tokens() {
        return ids.length;
    }

    int scored() {
        return scored.length;
    }

    /** Returns the tensors in the order that the kernel's header describes. */
    List<NDArray> tensors(NDManager scope) {
        return List.of(
                scope.create(ids),
                scope.create(positions),
                scope.create(padded),
                scope.create(flat),
                scope.create(scored),
                scope.create(targets),
                scope.create(new long[] {sequences, longest}));
    }

    /** Returns a sequence in which no token is marked. */
    static MaskedTokens unmarked(TokenSequence tokens) {
        return MaskedTokens.from(tokens, tokens.size());
    }
}
