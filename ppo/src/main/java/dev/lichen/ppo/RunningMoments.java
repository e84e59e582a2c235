package dev.lichen.ppo;

/**
 * Keeps the mean and variance of every score seen so far without keeping the scores.
 *
 * <p>Batches are joined by the parallel rule of Chan, Golub and LeVeque. The value is immutable and is part of a
 * checkpoint: a resumed run scales its scores as the uninterrupted one does.
 *
 * @param count how many scores were seen
 * @param mean their mean; 0 before the first
 * @param squaredDeviations the sum of squared distances from the mean
 */
public record RunningMoments(long count, double mean, double squaredDeviations) {

    /** Moments of no scores. */
    public static RunningMoments none() {
        return new RunningMoments(0, 0, 0);
    }

    /** Moments of some scores alone. */
    public static RunningMoments of(double... scores) {
        double mean = 0;
        double squares = 0;
        long count = 0;
        for (double score : scores) {
            count++;
            double distance = score - mean;
            mean += distance / count;
            squares += distance * (score - mean);
        }
        return new RunningMoments(count, mean, squares);
    }

    /** Moments of these scores and others together. */
    public RunningMoments plus(RunningMoments other) {
        if (other.count == 0) {
            return this;
        }
        long total = count + other.count;
        double distance = other.mean - mean;
        double share = (double) other.count / total;
        double squares = squaredDeviations + other.squaredDeviations + distance * distance * count * share;
        return new RunningMoments(total, mean + distance * share, squares);
    }

    /** The population variance: division by the count. */
    public double variance() {
        return count == 0 ? 0 : squaredDeviations / count;
    }

    /** The sample standard deviation, division by count - 1; 1 while it is not yet defined. */
    public double standardDeviation() {
        return count < 2 ? 1 : Math.sqrt(squaredDeviations / (count - 1));
    }
}
