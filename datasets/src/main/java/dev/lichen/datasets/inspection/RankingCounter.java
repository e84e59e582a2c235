package dev.lichen.datasets.inspection;

import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Ranking;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what only rankings have. */
final class RankingCounter {

    private final Map<Integer, Long> answers = new TreeMap<>();
    private final Map<String, Long> annotators = new TreeMap<>();
    private long pairs;
    private long ties;
    private long partial;
    private long equalAnswers;

    void add(Ranking ranking) {
        int size = ranking.answers().size();
        answers.merge(size, 1L, Long::sum);
        pairs += ranking.pairs().size();
        ties += ranking.ties().size();
        partial += ranking.tiers().isPartial() ? 1 : 0;
        long distinct =
                ranking.answers().stream().map(Answer::content).distinct().count();
        equalAnswers += distinct < size ? 1 : 0;
        String annotator = ranking.judgement().annotator();
        if (annotator != null) {
            annotators.merge(annotator, 1L, Long::sum);
        }
    }

    /** Returns the counts, or null if there was no ranking. */
    DatasetSummary.@Nullable Rankings result() {
        return answers.isEmpty()
                ? null
                : new DatasetSummary.Rankings(answers, pairs, ties, partial, equalAnswers, annotators);
    }
}
