package dev.lichen.rewardmodel;

import dev.lichen.lm.tokenizer.MaskedTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Rankings that a reward model is measured on.
 *
 * @param examples rendered rankings that were not trained on
 */
public record HeldOutRankings(List<RewardExample> examples) {

    /** Copies the list. */
    public HeldOutRankings {
        examples = List.copyOf(examples);
    }

    /**
     * Scores every answer and pairs them up.
     *
     * @param scorer gives one score a sequence
     */
    public List<EvaluatedPair> pairs(Function<List<MaskedTokens>, float[]> scorer) {
        float[] scores = scorer.apply(examples.stream()
                .flatMap(example -> example.sequences().stream())
                .toList());
        List<EvaluatedPair> pairs = new ArrayList<>();
        int start = 0;
        for (RewardExample example : examples) {
            List<Double> own = slice(scores, start, example.answers());
            pairs.addAll(EvaluatedPair.of(example.ranking(), example.cluster(), own, example.lengths()));
            start += example.answers();
        }
        return pairs;
    }

    private static List<Double> slice(float[] scores, int start, int length) {
        List<Double> slice = new ArrayList<>();
        for (int i = start; i < start + length; i++) {
            slice.add((double) scores[i]);
        }
        return slice;
    }
}
