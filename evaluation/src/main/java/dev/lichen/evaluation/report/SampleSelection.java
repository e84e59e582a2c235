package dev.lichen.evaluation.report;

import dev.lichen.datasets.Message;
import dev.lichen.datasets.statistics.Outcome;
import dev.lichen.evaluation.Comparison;
import dev.lichen.evaluation.Contest;
import dev.lichen.evaluation.PolicyAnswer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Chooses which comparisons a reader sees, by rules that look at nothing but the scores and a hash.
 *
 * <p>The worst losses come first: a reader who must decide needs the failures more than the successes. The drawn ones
 * show what is usual. A prompt appears at most once in a group.
 *
 * @param candidate the new policy's name
 * @param baseline the old policy's name
 * @param count the most samples in a group, at least 1
 */
public record SampleSelection(String candidate, String baseline, int count) {
    private static final long MIX = 0x9E3779B97F4A7C15L; // 2^64 / golden ratio

    /** Returns the groups: worst losses, drawn by a hash, clearest wins. */
    public List<SampleGroup> choose(List<Comparison> comparisons) {
        Comparator<Comparison> byMargin = Comparator.comparingDouble(Comparison::margin);
        return List.of(
                group(
                        "Worst losses",
                        "Lost comparisons with the largest difference of scores, one per prompt.",
                        comparisons,
                        comparison -> comparison.outcome() == Outcome.Result.LOSS,
                        byMargin),
                group(
                        "Drawn blindly",
                        "All comparisons in the order of a hash of prompt and seed, the first ones, one per prompt.",
                        comparisons,
                        comparison -> true,
                        Comparator.comparingLong(SampleSelection::hash)),
                group(
                        "Clearest wins",
                        "Won comparisons with the largest difference of scores, one per prompt.",
                        comparisons,
                        comparison -> comparison.outcome() == Outcome.Result.WIN,
                        byMargin.reversed()));
    }

    private SampleGroup group(
            String title,
            String rule,
            List<Comparison> all,
            Predicate<Comparison> which,
            Comparator<Comparison> order) {
        Set<String> shown = new HashSet<>();
        List<Sample> samples = all.stream()
                .filter(which)
                .sorted(order.thenComparing(comparison -> comparison.contest().promptKey())
                        .thenComparingLong(comparison -> comparison.contest().seed()))
                .filter(comparison -> shown.add(comparison.contest().promptKey()))
                .limit(count)
                .map(this::sample)
                .toList();
        return new SampleGroup(title, rule, samples);
    }

    private Sample sample(Comparison comparison) {
        Contest contest = comparison.contest();
        return new Sample(
                contest.prompt().attributes().id(),
                contest.category(),
                contest.prompt().attributes().language(),
                contest.seed(),
                contest.prompt().prompt().stream().map(SampleSelection::turn).toList(),
                spoken(baseline, contest.baseline(), comparison.baselineScore()),
                spoken(candidate, contest.candidate(), comparison.candidateScore()),
                comparison.outcome());
    }

    private static Sample.Turn turn(Message message) {
        return new Sample.Turn(message.role().jsonName(), message.content());
    }

    private static Sample.Spoken spoken(String policy, PolicyAnswer answer, double score) {
        return new Sample.Spoken(policy, answer.text(), answer.tokens(), answer.finished(), score);
    }

    private static long hash(Comparison comparison) {
        long hash = comparison.contest().seed();
        for (char c : comparison.contest().promptKey().toCharArray()) {
            hash = (hash ^ c) * MIX;
            hash ^= hash >>> 32;
        }
        return hash;
    }
}
