package dev.lichen.sft;

import dev.lichen.lm.tokenizer.MaskedTokens;
import java.util.List;

/**
 * Everything to learn from, rendered once.
 *
 * @param examples the sequences, each with at least one learned token
 * @param truncated how many of them were cut to the length limit
 * @param dropped how many records had nothing to learn, or nothing within the limit
 */
public record LearningSet(List<LearnedExample> examples, int truncated, int dropped) {

    /** Copies the list. */
    public LearningSet {
        examples = List.copyOf(examples);
    }

    /** The sequences of some examples. */
    public List<MaskedTokens> sequences(List<Integer> indices) {
        return indices.stream().map(index -> examples.get(index).sequence()).toList();
    }

    /** The sequences of all examples. */
    public List<MaskedTokens> sequences() {
        return examples.stream().map(LearnedExample::sequence).toList();
    }

    /** How many tokens are learned in one epoch. */
    public long learnedTokens() {
        return examples.stream().mapToLong(LearnedExample::learnedTokens).sum();
    }

    /** How many bytes of text they stand for. */
    public long bytes() {
        return examples.stream().mapToLong(LearnedExample::bytes).sum();
    }

    /** How many examples there are. */
    public int size() {
        return examples.size();
    }
}
