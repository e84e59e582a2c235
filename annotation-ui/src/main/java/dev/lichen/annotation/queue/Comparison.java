package dev.lichen.annotation.queue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

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

    /** Reads one as an export has it; nothing where the JSON is something else. */
    static Optional<Comparison> read(JsonNode json) {
        Optional<Outcome> said = Stream.of(Outcome.values())
                .filter(one -> one.name().equals(json.path("outcome").textValue()))
                .findFirst();
        boolean whole =
                Stream.of("first", "second").allMatch(name -> json.path(name).isInt())
                        && json.path("milliseconds").isIntegralNumber();
        return said.filter(outcome -> whole)
                .map(outcome -> new Comparison(
                        json.path("first").intValue(),
                        json.path("second").intValue(),
                        outcome,
                        json.path("milliseconds").longValue()));
    }

    /** Returns whether it is of two of so many answers, and took a time. */
    boolean isOf(int answers) {
        return first >= 0 && first < answers && second >= 0 && second < answers && first != second && milliseconds >= 0;
    }

    /** Returns the same of answers that are counted otherwise. */
    Comparison of(IntUnaryOperator counted) {
        return new Comparison(counted.applyAsInt(first), counted.applyAsInt(second), outcome, milliseconds);
    }
}
