package dev.lichen.rewardmodel;

import dev.lichen.datasets.Ranking;
import java.util.List;

/**
 * The K-wise loss of InstructGPT (Ouyang et al. 2022, equation 1) under the model of Bradley and Terry.
 *
 * <p>-1/|P| Σ log σ(r_i - r_j - m_ij) over the pairs P that a ranking compares, all C(K, 2) if it has neither ties nor
 * gaps; ties, label smoothing and margins are those of the {@link PairOrder}. The centering term
 * c/|P| Σ (r_i + r_j)² keeps scores near 0, which the comparisons leave free.
 *
 * @param order which pairs are compared, and with which targets
 * @param centering c, not negative; 0 turns it off
 */
public record KWiseLoss(PairOrder order, double centering) implements RewardLoss {

    /** Checks the range. */
    public KWiseLoss {
        if (!(centering >= 0)) {
            throw new IllegalArgumentException("centering must not be negative, was " + centering);
        }
    }

    @Override
    public boolean compares(Ranking ranking) {
        return !order.pairs(ranking).isEmpty();
    }

    @Override
    public LossAndGradient evaluate(Ranking ranking, double[] scores) {
        return evaluate(order.pairs(ranking), scores);
    }

    /** The mean loss of some pairs of answers. */
    LossAndGradient evaluate(List<ComparedPair> pairs, double[] scores) {
        double loss = 0;
        double[] gradient = new double[scores.length];
        for (ComparedPair pair : pairs) {
            double sum = scores[pair.better()] + scores[pair.worse()];
            double slope = pair.slope(scores);
            loss += (pair.loss(scores) + centering * sum * sum) / pairs.size();
            gradient[pair.better()] += (slope + 2 * centering * sum) / pairs.size();
            gradient[pair.worse()] += (-slope + 2 * centering * sum) / pairs.size();
        }
        return new LossAndGradient(loss, gradient);
    }
}
