package dev.lichen.sft;

import dev.lichen.lm.tokenizer.MaskedTokens;
import java.util.List;
import java.util.Optional;

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

    /** Says what was cut or dropped, if anything. */
    Optional<String> notice(int maximumTokens) {
        return truncated + dropped == 0
                ? Optional.empty()
                : Optional.of(
                        "%d examples; %d were cut to %d tokens, %d had nothing to learn within them and are left out"
                                .formatted(size(), truncated, maximumTokens, dropped));
    }
}
