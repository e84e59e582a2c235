package dev.lichen.evaluation.report;

import dev.lichen.datasets.statistics.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One prompt with the answers of both policies.
 *
 * @param id the prompt's id, absent where it has none
 * @param category of the prompt, absent if not given
 * @param language tag of the prompt, absent if not given
 * @param seed both answers were sampled with
 * @param prompt the messages, oldest first
 * @param before the baseline's answer
 * @param after the candidate's answer
 * @param outcome the judge's word on {@code after}
 */
public record Sample(
        @Nullable String id,
        @Nullable String category,
        @Nullable String language,
        long seed,
        List<Turn> prompt,
        Spoken before,
        Spoken after,
        Outcome.Result outcome) {

    public Sample {
        prompt = List.copyOf(prompt);
    }

    /**
     * A message of the prompt.
     *
     * @param role who speaks: system, user, assistant or tool
     * @param content what is said
     */
    public record Turn(String role, String content) {}

    /**
     * An answer with what is known about it.
     *
     * @param policy whose it is
     * @param text what was said
     * @param tokens sampled
     * @param finished whether the policy ended its turn itself
     * @param score the judge's
     */
    public record Spoken(String policy, String text, int tokens, boolean finished, double score) {}
}
