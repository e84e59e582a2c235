package dev.lichen.lm.tokenizer;

import java.util.List;
import java.util.Set;

/**
 * A byte-level byte-pair encoding: everything that decides how text becomes ids.
 *
 * @param tokens the spelling of each id in the byte alphabet; control tokens as their literals
 * @param merges the merges, first learned first, each as two spellings with a space between them
 * @param controlTokens ids that no plain text may become
 * @param textTokens ids that stand for their literal text in any text, before all merges; most vocabularies have none
 * @param preTokenization how text is cut into words first
 */
public record BytePairVocabulary(
        List<String> tokens,
        List<String> merges,
        Set<Integer> controlTokens,
        Set<Integer> textTokens,
        PreTokenization preTokenization) {

    /** Keeps its own copies and checks that the ids exist. */
    public BytePairVocabulary {
        tokens = List.copyOf(tokens);
        merges = List.copyOf(merges);
        controlTokens = Set.copyOf(controlTokens);
        textTokens = Set.copyOf(textTokens);
        for (int id : controlTokens) {
            if (id < 0 || id >= tokens.size()) {
                throw new IllegalArgumentException(
                        "a control token must be one of " + tokens.size() + " tokens, was id " + id);
            }
        }
    }

    /** Returns the number of ids. */
    public int size() {
        return tokens.size();
    }
}
