package dev.lichen.evaluation;

import dev.lichen.datasets.statistics.ClusterBootstrap;
import dev.lichen.datasets.statistics.Outcome;
import dev.lichen.datasets.statistics.WinRate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets a judge decide contests and turns its word into win rates.
 *
 * <p>A prompt is one cluster of the intervals, however many seeds it was answered with: several answers to one prompt
 * are not independent, and an interval that took them for it would be too narrow.
 *
 * @param judge decides
 * @param bootstrap finds the intervals
 */
public record WinRateEvaluation(Judge judge, ClusterBootstrap bootstrap) {

    /** Judges each contest, in order. */
    public List<Comparison> judge(List<Contest> contests) {
        List<Double> scores = judge.score(contests.stream()
                .flatMap(contest -> Stream.of(
                        new AnswerScorer.Request(contest.prompt(), contest.candidate()),
                        new AnswerScorer.Request(contest.prompt(), contest.baseline())))
                .toList());
        if (scores.size() != 2 * contests.size()) {
            throw new IllegalStateException(judge.description().name() + " gave " + scores.size() + " scores for "
                    + 2 * contests.size() + " answers");
        }
        List<Comparison> comparisons = new ArrayList<>();
        for (int i = 0; i < contests.size(); i++) {
            comparisons.add(decide(contests.get(i), scores.get(2 * i), scores.get(2 * i + 1)));
        }
        return List.copyOf(comparisons);
    }

    private Comparison decide(Contest contest, double candidate, double baseline) {
        if (!Double.isFinite(candidate) || !Double.isFinite(baseline)) {
            throw new IllegalStateException(judge.description().name() + " scored " + candidate + " and " + baseline
                    + " on prompt " + contest.promptKey() + "; scores must be finite");
        }
        boolean tie = Math.abs(candidate - baseline) <= judge.tieMargin();
        Outcome.Result result = tie ? Outcome.Result.TIE : Outcome.Result.of(candidate, baseline);
        return new Comparison(contest, candidate, baseline, result);
    }

    /** Counts comparisons of two policies, on all prompts and by category and language. */
    public WinRates rates(String candidate, String baseline, List<Comparison> comparisons) {
        return new WinRates(
                candidate,
                baseline,
                judge.description(),
                slice("all", comparisons),
                slices(comparisons, Contest::category),
                slices(comparisons, Contest::language));
    }

    private List<SliceWinRate> slices(List<Comparison> comparisons, Function<Contest, String> by) {
        Map<String, List<Comparison>> slices = comparisons.stream()
                .collect(Collectors.groupingBy(
                        comparison -> by.apply(comparison.contest()), TreeMap::new, Collectors.toList()));
        if (slices.size() < 2) {
            return List.of(); // one slice says what the whole says
        }
        return slices.entrySet().stream()
                .map(slice -> slice(slice.getKey(), slice.getValue()))
                .toList();
    }

    private SliceWinRate slice(String name, Collection<Comparison> comparisons) {
        List<Outcome> outcomes = comparisons.stream()
                .map(comparison -> new Outcome(comparison.contest().promptKey(), comparison.outcome()))
                .toList();
        WinRate rate = WinRate.of(outcomes, bootstrap);
        return new SliceWinRate(name, rate.wins(), rate.ties(), rate.losses(), Measured.of(rate.rate()));
    }
}
