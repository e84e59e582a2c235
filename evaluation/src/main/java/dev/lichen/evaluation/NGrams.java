package dev.lichen.evaluation;

import dev.lichen.lm.tokenizer.TokenSequence;
import java.util.Collection;
import java.util.HashSet;
import java.util.OptionalDouble;
import java.util.Set;

/** Counts runs of n tokens, to see whether a policy repeats itself. */
final class NGrams {
    private NGrams() {}

    /**
     * Returns the share of an answer's n-grams that occurred earlier in the same answer; empty where the answer has
     * none.
     */
    static OptionalDouble repetition(TokenSequence tokens, int n) {
        int total = count(tokens, n);
        if (total == 0) {
            return OptionalDouble.empty();
        }
        Set<TokenSequence> seen = new HashSet<>();
        collect(tokens, n, seen);
        return OptionalDouble.of(1 - (double) seen.size() / total);
    }

    /** Returns the distinct n-grams of all answers together, as a share of all their n-grams. */
    static OptionalDouble distinct(Collection<TokenSequence> answers, int n) {
        long total = total(answers, n);
        if (total == 0) {
            return OptionalDouble.empty();
        }
        Set<TokenSequence> seen = new HashSet<>();
        answers.forEach(answer -> collect(answer, n, seen));
        return OptionalDouble.of((double) seen.size() / total);
    }

    /** Returns how many n-grams the answers have together. */
    static long total(Collection<TokenSequence> answers, int n) {
        return answers.stream().mapToLong(answer -> count(answer, n)).sum();
    }

    private static int count(TokenSequence tokens, int n) {
        return Math.max(0, tokens.size() - n + 1);
    }

    private static void collect(TokenSequence tokens, int n, Set<TokenSequence> seen) {
        for (int start = 0; start + n <= tokens.size(); start++) {
            seen.add(tokens.slice(start, start + n));
        }
    }
}
