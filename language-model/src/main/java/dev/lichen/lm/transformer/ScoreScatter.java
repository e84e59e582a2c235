package dev.lichen.lm.transformer;

import dev.lichen.lm.tokenizer.MaskedTokens;
import java.util.Arrays;
import java.util.List;

/** Puts the scores of batches back into the order of the whole list. */
final class ScoreScatter {
    private final List<MaskedTokens> sequences;
    private final int[] offsets;
    private final float[] logProbabilities;
    private final float[] entropies;

    ScoreScatter(List<MaskedTokens> sequences) {
        this.sequences = sequences;
        this.offsets = new int[sequences.size() + 1];
        for (int i = 0; i < sequences.size(); i++) {
            offsets[i + 1] = offsets[i] + sequences.get(i).mask().count();
        }
        this.logProbabilities = new float[offsets[sequences.size()]];
        this.entropies = new float[logProbabilities.length];
    }

    List<MaskedTokens> select(int[] batch) {
        return Arrays.stream(batch).mapToObj(sequences::get).toList();
    }

    void put(int[] batch, TokenScores scores) {
        int from = 0;
        for (int index : batch) {
            for (int to = offsets[index]; to < offsets[index + 1]; to++) {
                logProbabilities[to] = scores.logProbability(from);
                entropies[to] = scores.entropy(from++);
            }
        }
    }

    TokenScores scores() {
        return new TokenScores(logProbabilities, entropies);
    }
}
