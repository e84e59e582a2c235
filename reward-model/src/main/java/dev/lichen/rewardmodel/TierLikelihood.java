package dev.lichen.rewardmodel;

import java.util.List;

/**
 * The probability that the answers of one tier come before all later ones, averaged over the tier's inner orders.
 *
 * <p>For a subset S of the tier still to come, and L the later answers, with w = exp(r):
 * f(∅) = 1, f(S) = 1/|S| Σ_{i∈S} w_i / (w(S) + w(L)) f(S \ i). A tier of one answer gives its plain softmax.
 */
final class TierLikelihood {

    private final List<Integer> tier;
    private final List<Integer> later;
    private final double[] weights; // exp(r - max), which changes no ratio
    private final double[] forward; // f, by subset
    private final double[] sums; // w(S) + w(L), by subset

    TierLikelihood(double[] scores, List<Integer> tier, List<Integer> later) {
        this.tier = tier;
        this.later = later;
        this.weights = weights(scores);
        this.forward = new double[1 << tier.size()];
        this.sums = new double[1 << tier.size()];
        fill();
    }

    /** Adds the gradient of -log f(tier) with respect to the scores and returns that loss. */
    double addTo(double[] gradient) {
        int all = forward.length - 1;
        double[] backward = new double[forward.length]; // d(-log f(all)) / d f(S)
        backward[all] = -1 / forward[all];
        for (int subset = all; subset > 0; subset--) {
            descend(subset, backward, gradient);
        }
        return -Math.log(forward[all]);
    }

    private void descend(int subset, double[] backward, double[] gradient) {
        double shared = backward[subset] / Integer.bitCount(subset);
        for (int member = 0; member < tier.size(); member++) {
            if ((subset & 1 << member) != 0) {
                int rest = subset & ~(1 << member);
                double share = weights[tier.get(member)] / sums[subset];
                backward[rest] += shared * share;
                gradient[tier.get(member)] += shared * share * forward[rest];
            }
        }
        double whole = backward[subset] * forward[subset] / sums[subset];
        for (int member = 0; member < tier.size(); member++) {
            if ((subset & 1 << member) != 0) {
                gradient[tier.get(member)] -= whole * weights[tier.get(member)];
            }
        }
        for (int answer : later) {
            gradient[answer] -= whole * weights[answer];
        }
    }

    private void fill() {
        double laterSum = later.stream().mapToDouble(answer -> weights[answer]).sum();
        forward[0] = 1;
        for (int subset = 1; subset < forward.length; subset++) {
            sums[subset] = laterSum + tierSum(subset);
            for (int member = 0; member < tier.size(); member++) {
                if ((subset & 1 << member) != 0) {
                    forward[subset] += weights[tier.get(member)] * forward[subset & ~(1 << member)];
                }
            }
            forward[subset] /= sums[subset] * Integer.bitCount(subset);
        }
    }

    private double tierSum(int subset) {
        double sum = 0;
        for (int member = 0; member < tier.size(); member++) {
            sum += (subset & 1 << member) != 0 ? weights[tier.get(member)] : 0;
        }
        return sum;
    }

    private double[] weights(double[] scores) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int answer : tier) {
            largest = Math.max(largest, scores[answer]);
        }
        for (int answer : later) {
            largest = Math.max(largest, scores[answer]);
        }
        double[] result = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            result[i] = Math.exp(scores[i] - largest);
        }
        return result;
    }
}
