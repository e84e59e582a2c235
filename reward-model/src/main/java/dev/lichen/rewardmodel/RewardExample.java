package dev.lichen.rewardmodel;

import dev.lichen.datasets.Ranking;
import dev.lichen.lm.tokenizer.MaskedTokens;
import java.util.List;

/**
 * A ranking ready to be scored: one element of a batch.
 *
 * @param ranking the ranked answers only
 * @param sequences prompt and answer in tokens, one an answer, the last token marked
 * @param cluster names the prompt
 */
public record RewardExample(Ranking ranking, List<MaskedTokens> sequences, String cluster) {

    /** Copies the list. */
    public RewardExample {
        sequences = List.copyOf(sequences);
        if (sequences.size() != ranking.answers().size()) {
            throw new IllegalArgumentException("expected one sequence an answer, got " + sequences.size() + " for "
                    + ranking.answers().size());
        }
    }

    /** K, how many answers are scored. */
    public int answers() {
        return sequences.size();
    }

    /** The tokens of all sequences. */
    public int tokens() {
        return sequences.stream().mapToInt(MaskedTokens::size).sum();
    }

    /** The length of each sequence; their differences are those of the answers, for the context is the same. */
    List<Integer> lengths() {
        return sequences.stream().map(MaskedTokens::size).toList();
    }
}
