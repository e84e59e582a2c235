package dev.lichen.datasets.cleaning;

import dev.lichen.datasets.duplicates.NearDuplicateSearch;
import java.util.EnumSet;
import java.util.Set;

/**
 * Says which steps to take and how.
 *
 * @param steps which steps run
 * @param languages the languages to keep, as {@code zh}; empty keeps all
 * @param quality what a text must be like
 * @param threshold the least similarity of near duplicates, in (0, 1]
 */
public record CleaningPlan(Set<CleaningStep> steps, Set<String> languages, QualityRules quality, double threshold) {

    public CleaningPlan {
        steps = Set.copyOf(steps);
        languages = Set.copyOf(languages);
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold must be above 0 and at most 1, was " + threshold);
        }
    }

    /** Returns the plan that runs every step and keeps all languages. */
    public static CleaningPlan defaults() {
        return new CleaningPlan(
                CleaningStep.all(), Set.of(), QualityRules.defaults(), NearDuplicateSearch.DEFAULT_THRESHOLD);
    }

    /** Returns this plan with these steps only. */
    public CleaningPlan withSteps(Set<CleaningStep> newSteps) {
        return new CleaningPlan(newSteps, languages, quality, threshold);
    }

    /** Returns this plan with these languages only. */
    public CleaningPlan withLanguages(Set<String> newLanguages) {
        return new CleaningPlan(steps, newLanguages, quality, threshold);
    }

    /** Returns this plan without a step. */
    public CleaningPlan without(CleaningStep step) {
        Set<CleaningStep> fewer = EnumSet.noneOf(CleaningStep.class);
        fewer.addAll(steps);
        fewer.remove(step);
        return withSteps(fewer);
    }

    boolean has(CleaningStep step) {
        return steps.contains(step);
    }
}
