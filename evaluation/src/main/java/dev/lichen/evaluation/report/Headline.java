package dev.lichen.evaluation.report;

import java.util.List;

/**
 * The report's first sentence and what a reader must know before believing it.
 *
 * @param finding the verdict
 * @param sentence the verdict with its numbers, one sentence
 * @param reservations what limits it, one sentence each, may be empty
 */
public record Headline(Finding finding, String sentence, List<String> reservations) {

    public Headline {
        reservations = List.copyOf(reservations);
    }

    /** Draws the verdict from the evidence by the rule of this package. */
    public static Headline of(Evidence evidence) {
        return evidence.decisive()
                .map(rates -> new HeadlineRule(evidence, rates).headline())
                .orElseGet(() -> new Headline(
                        Finding.NOT_MEASURED,
                        "Whether the new policy is better was not measured: no win rate was taken.",
                        List.of()));
    }
}
