package dev.lichen.annotation.queue;

import java.util.function.IntUnaryOperator;

/**
 * Two answers that an annotator compared, as it was asked and said: by position in a {@link Submission}, by slot in a
 * {@link Verdict}.
 *
 * @param first the answer named first
 * @param second the other one
 * @param outcome what was said
 * @param milliseconds from the question to the answer, with the page in front
 */
public record Comparison(int first, int second, Outcome outcome, long milliseconds) {

    /** What can be said of two answers. */
    public enum Outcome {
        /** The one named first is better. */
        FIRST,
        /** The one named second is better. */
        SECOND,
        /** They are equally good. */
        TIE
    }

    /** Returns the same of answers that are counted otherwise. */
    Comparison of(IntUnaryOperator counted) {
        return new Comparison(counted.applyAsInt(first), counted.applyAsInt(second), outcome, milliseconds);
    }
}
