package dev.lichen.datasets.statistics.annotators;

import dev.lichen.datasets.statistics.Estimate;
import dev.lichen.datasets.statistics.Interval;
import dev.lichen.datasets.statistics.Statistic;
import dev.lichen.datasets.statistics.Undefined;
import dev.lichen.datasets.statistics.WilsonInterval;
import java.util.Arrays;

/**
 * Intervals of probabilities of being right: symmetric on the scale of log r/(1 − r), so that they stay within 0 and 1, and
 * Wilson's by clusters for an annotator who is never found wrong.
 *
 * @param patterns the labels
 * @param model the name of the model
 * @param level in (0, 1)
 */
record AccuracyIntervals(LabelPatterns patterns, String model, double level) {

    /** Beyond this an annotator counts as never wrong, and log r/(1 − r) as infinite. */
    private static final double NEVER_WRONG = 1e-5;

    static boolean isNeverWrong(double rate) {
        return rate > 1 - NEVER_WRONG || rate < NEVER_WRONG;
    }

    /** Returns the estimate of an annotator who is never found wrong, or never right. */
    Estimate ofNeverWrong(int annotator, double rate) {
        long clusters = clusters(annotator);
        Interval wilson = WilsonInterval.of(Math.rint(rate) * clusters, clusters, level);
        return new Estimate(
                Math.rint(rate), wilson, labels(annotator), clusters, model + " Dawid-Skene, Wilson by clusters");
    }

    /** Returns the estimate of a rate whose log-odds have a standard error. */
    Statistic of(int annotator, double rate, double error) {
        if (clusters(annotator) < 2) {
            return Undefined.oneCluster(rate);
        }
        double half = WilsonInterval.normalQuantile(0.5 + level / 2) * error;
        double logit = Math.log(rate / (1 - rate));
        Interval interval = new Interval(logistic(logit - half), logistic(logit + half), level);
        return new Estimate(
                rate,
                interval,
                labels(annotator),
                clusters(annotator),
                model + " Dawid-Skene by EM, sandwich by clusters");
    }

    private long labels(int annotator) {
        long labels = 0;
        for (int c = 0; c < patterns.clusterCount(); c++) {
            labels += labels(c, annotator);
        }
        return labels;
    }

    private long clusters(int annotator) {
        long clusters = 0;
        for (int c = 0; c < patterns.clusterCount(); c++) {
            clusters += labels(c, annotator) > 0 ? 1 : 0;
        }
        return clusters;
    }

    private long labels(int cluster, int annotator) {
        return Arrays.stream(patterns.cluster(cluster))
                .mapToLong(pattern -> patterns.labels(pattern, annotator))
                .sum();
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
