package dev.lichen.rewardmodel;

import dev.lichen.datasets.Pair;
import dev.lichen.datasets.Ranking;
import java.util.List;

/**
 * Computes the loss of some rankings of a step from the scores of all their answers.
 *
 * <p>The step's loss is the mean over all its rankings, so the gradient of a part is divided by the whole step's number:
 * how the step is cut to fit memory changes nothing.
 *
 * @param statistics what the part adds to the step's
 * @param gradient the derivative of the step's loss with respect to each score
 */
record RewardPart(RewardStatistics statistics, LossAndGradient gradient) {

    /**
     * Evaluates a part.
     *
     * @param loss of one ranking
     * @param rankings the part's
     * @param scores one an answer, ranking by ranking
     * @param stepRankings how many rankings the whole step has
     */
    static RewardPart of(RewardLoss loss, List<Ranking> rankings, float[] scores, int stepRankings) {
        double[] gradient = new double[scores.length];
        RewardStatistics statistics = RewardStatistics.none();
        int start = 0;
        for (Ranking ranking : rankings) {
            double[] own = slice(scores, start, ranking.answers().size());
            LossAndGradient result = loss.evaluate(ranking, own);
            for (int answer = 0; answer < own.length; answer++) {
                gradient[start + answer] = result.gradient(answer) / stepRankings;
            }
            statistics = statistics.plus(statistics(ranking, own, result.loss()));
            start += own.length;
        }
        return new RewardPart(statistics, new LossAndGradient(statistics.loss() / stepRankings, gradient));
    }

    private static RewardStatistics statistics(Ranking ranking, double[] scores, double loss) {
        double agreement = 0;
        double margins = 0;
        for (Pair pair : ranking.pairs()) {
            double margin = scores[pair.better()] - scores[pair.worse()];
            agreement += margin > 0 ? 1 : margin < 0 ? 0 : 0.5;
            margins += margin;
        }
        double sum = 0;
        for (double score : scores) {
            sum += score;
        }
        return new RewardStatistics(loss, 1, agreement, margins, ranking.pairs().size(), sum, scores.length);
    }

    private static double[] slice(float[] scores, int start, int length) {
        double[] slice = new double[length];
        for (int i = 0; i < length; i++) {
            slice[i] = scores[start + i];
        }
        return slice;
    }
}
