package dev.lichen.rewardmodel;

import dev.lichen.datasets.Pair;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.statistics.ScoredPair;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A held-out pair of answers with the model's opinion and what it can be sliced by.
 *
 * @param scored the prompt and the margin r(better) - r(worse)
 * @param answers K of the ranking that it comes from
 * @param language the ranking's language; null if it does not say
 * @param lengthDifference the better answer's length less the worse one's, in tokens
 */
public record EvaluatedPair(
        ScoredPair scored, int answers, @Nullable String language, int lengthDifference) {

    /**
     * The pairs of a ranking that people have put in order; ties and unranked answers are left out.
     *
     * @param ranking a held-out ranking
     * @param cluster names its prompt
     * @param scores one an answer
     * @param lengths one an answer, in tokens
     */
    static List<EvaluatedPair> of(Ranking ranking, String cluster, List<Double> scores, List<Integer> lengths) {
        List<EvaluatedPair> pairs = new ArrayList<>();
        for (Pair pair : ranking.pairs()) {
            double margin = scores.get(pair.better()) - scores.get(pair.worse());
            int lengthDifference = lengths.get(pair.better()) - lengths.get(pair.worse());
            pairs.add(new EvaluatedPair(
                    new ScoredPair(cluster, margin),
                    ranking.answers().size(),
                    ranking.attributes().language(),
                    lengthDifference));
        }
        return pairs;
    }
}
