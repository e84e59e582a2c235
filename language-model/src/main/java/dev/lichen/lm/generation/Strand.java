package dev.lichen.lm.generation;

import dev.lichen.lm.tokenizer.TokenSequence;
import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;

/** Grows one prompt's continuation: what was drawn, the random stream, whether it has ended. */
final class Strand {
    private static final float UNIT = 1f / (1 << 24);

    private final int index;
    private final TokenSequence prompt;
    private final SplittableRandom random;
    private final int limit;
    private final Set<Integer> stopTokens;
    private final int[] tokens;
    private final float[] logProbabilities;
    private int size;
    private boolean stopped;

    Strand(int index, TokenSequence prompt, long seed, int limit, Set<Integer> stopTokens) {
        this.index = index;
        this.prompt = prompt;
        this.random = new SplittableRandom(seed);
        this.limit = limit;
        this.stopTokens = stopTokens;
        this.tokens = new int[limit];
        this.logProbabilities = new float[limit];
    }

    int index() {
        return index;
    }

    TokenSequence prompt() {
        return prompt;
    }

    /** The token the model reads next. */
    int lastToken() {
        return size == 0 ? prompt.last() : tokens[size - 1];
    }

    /** Where that token stands. */
    int position() {
        return prompt.size() + size - 1;
    }

    boolean isDone() {
        return stopped || size == limit;
    }

    /** How many tokens it may still draw. */
    int remaining() {
        return stopped ? 0 : limit - size;
    }

    /** The next uniform number in [0, 1), a multiple of 2^-24. */
    float draw() {
        return (random.nextInt() >>> 8) * UNIT;
    }

    /** Takes drawn tokens until one stops it; returns those taken. */
    TokenSequence take(long[] drawn, float[] scores, int from, int to) {
        int before = size;
        for (int i = from; i < to && !isDone(); i++) {
            tokens[size] = (int) drawn[i];
            logProbabilities[size++] = scores[i];
            stopped = stopTokens.contains((int) drawn[i]);
        }
        return TokenSequence.of(Arrays.copyOfRange(tokens, before, size));
    }

    Generation generation() {
        return new Generation(
                TokenSequence.of(Arrays.copyOf(tokens, size)),
                FloatSequence.of(Arrays.copyOf(logProbabilities, size)),
                stopped ? FinishReason.STOP : FinishReason.LENGTH);
    }
}
