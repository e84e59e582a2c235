package dev.lichen.ppo;

import java.util.List;

/** Decides on which scale scores enter the reward, given the moments of all scores so far, the present ones included. */
public enum ScoreScaling {
    /** As the reward function gives them: R. */
    NONE {
        @Override
        double scale(double score, RunningMoments moments) {
            return score;
        }
    },
    /** Divided by the running standard deviation: R / σ. Their zero keeps its meaning. */
    DEVIATION {
        @Override
        double scale(double score, RunningMoments moments) {
            return score / deviation(moments);
        }
    },
    /** Shifted and divided: (R - μ) / σ. */
    MEAN_AND_DEVIATION {
        @Override
        double scale(double score, RunningMoments moments) {
            return (score - moments.mean()) / deviation(moments);
        }
    };

    private static final double SMALLEST_DEVIATION = 1e-8;

    abstract double scale(double score, RunningMoments moments);

    /** Scales every score. */
    public List<Double> scale(List<Double> scores, RunningMoments moments) {
        return scores.stream().map(score -> scale(score, moments)).toList();
    }

    private static double deviation(RunningMoments moments) {
        return Math.max(moments.standardDeviation(), SMALLEST_DEVIATION);
    }
}
