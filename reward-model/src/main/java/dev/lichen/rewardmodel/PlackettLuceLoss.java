package dev.lichen.rewardmodel;

import dev.lichen.datasets.Ranking;
import java.util.ArrayList;
import java.util.List;

/**
 * The negative log-likelihood of a ranking under the model of Plackett and Luce: the best answer is drawn with
 * probability proportional to exp(r), then the next best from the rest, and so on.
 *
 * <p>-Σ_t log(exp(r_σ(t)) / Σ_{s≥t} exp(r_σ(s))). Answers of one tier may have come in any order: the likelihood is
 * that of the tier's answers coming before all later ones, averaged over their orders, exactly (by a sum over subsets
 * of the tier). Answers that were not ranked are left out.
 */
public record PlackettLuceLoss() implements RewardLoss {

    @Override
    public boolean compares(Ranking ranking) {
        return ranking.tiers().count() > 1;
    }

    @Override
    public LossAndGradient evaluate(Ranking ranking, double[] scores) {
        double loss = 0;
        double[] gradient = new double[scores.length];
        List<Integer> later = new ArrayList<>();
        for (int tier = ranking.tiers().count(); tier >= 1; tier--) {
            List<Integer> members = members(ranking, tier);
            loss += new TierLikelihood(scores, members, later).addTo(gradient);
            later.addAll(members);
        }
        return new LossAndGradient(loss, gradient);
    }

    private static List<Integer> members(Ranking ranking, int tier) {
        List<Integer> members = new ArrayList<>();
        for (int answer = 0; answer < ranking.answers().size(); answer++) {
            if (ranking.tiers().of(answer).orElse(0) == tier) {
                members.add(answer);
            }
        }
        return members;
    }
}
