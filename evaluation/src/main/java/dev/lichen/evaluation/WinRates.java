package dev.lichen.evaluation;

import java.util.List;

/**
 * How often a judge preferred one policy's answers to another's.
 *
 * @param candidate the new policy's name
 * @param baseline the old policy's name
 * @param judge who judged
 * @param overall the rate on all prompts
 * @param categories the rate on each category of prompts
 * @param languages the rate on each language
 */
public record WinRates(
        String candidate,
        String baseline,
        JudgeDescription judge,
        SliceWinRate overall,
        List<SliceWinRate> categories,
        List<SliceWinRate> languages) {

    /** The win rate of two policies that are equally good. */
    public static final double EVEN = 0.5;

    public WinRates {
        categories = List.copyOf(categories);
        languages = List.copyOf(languages);
    }
}
