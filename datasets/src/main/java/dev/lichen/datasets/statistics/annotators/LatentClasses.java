package dev.lichen.datasets.statistics.annotators;

/**
 * The fit of EM: the share of each category, each annotator's error rates, and what follows for each pattern.
 *
 * <p>E step: {@code P(z = k | labels) ∝ π_k Π θ_{a,k,label}}. M step: shares and error rates are the means that follow. EM
 * may creep; so from two of its steps, r and then r + v, the climb leaps ahead by {@code θ + 2s r + s² v} with
 * {@code s = |r|/|v|}, halved until the likelihood does not fall, and takes one more step from there. Source: Varadhan and
 * Roland, Simple and globally convergent methods for accelerating the convergence of any EM algorithm, Scandinavian
 * Journal of Statistics 35 (2008), scheme S3.
 */
final class LatentClasses {

    /** How the error rates of an annotator depend on each other. */
    enum ErrorModel {
        /** Every row of the confusion matrix is free. */
        CONFUSION,
        /** The right category has probability r, and the others share the rest evenly. */
        ONE_COIN
    }

    private static final double CONVERGED = 1e-9;

    /** Three steps on a resample that gain no more than this: the noise of resampling moves log-likelihoods by about 1. */
    private static final double LEAST_GAIN = 1e-4;

    private static final int MOST_STEPS = 3000;

    /** So many looks at a label for a category are about a second's work; no fit takes more. */
    private static final long MOST_LOOKS = 200_000_000;

    /** Steps before the first leap, so that the climb goes to the maximum that EM's own first steps head for. */
    private static final int PLAIN_STEPS = 10;

    private static final double SHORTEST_LEAP = 1.5;

    private final LatentClassSteps steps;
    private final double[] parameters;
    private final boolean converged;

    private LatentClasses(LatentClassSteps steps, double[] start, double leastGain) {
        this.steps = steps;
        double[] now = start;
        for (int step = 0; step < PLAIN_STEPS; step++) {
            now = steps.step(now);
        }
        long mostSteps = Math.clamp(MOST_LOOKS / steps.looks(), 10L * PLAIN_STEPS, MOST_STEPS);
        double before = Double.NEGATIVE_INFINITY;
        boolean settled = false;
        for (int step = PLAIN_STEPS; step < mostSteps && !settled; step += 3) {
            double[] first = steps.step(now);
            double[] second = steps.step(first);
            double likelihood = steps.logLikelihood();
            settled = largestChange(first, second) <= CONVERGED || likelihood - before < leastGain;
            now = settled ? second : leapt(now, first, second, likelihood);
            before = likelihood;
        }
        parameters = now;
        converged = settled;
        steps.expect(parameters);
    }

    /** Starts from the shares of the labels that each pattern got, and climbs until nothing changes. */
    static LatentClasses fromVotes(LabelPatterns patterns, double[] weights, ErrorModel model) {
        LatentClassSteps steps = new LatentClassSteps(patterns, weights, model);
        return new LatentClasses(steps, steps.votes(), Double.NEGATIVE_INFINITY);
    }

    /** Starts from this fit, with the weights of a resample, and climbs until that no longer pays. */
    LatentClasses refitted(double[] weights) {
        return new LatentClasses(steps.with(weights), parameters, LEAST_GAIN);
    }

    /** Returns one step after the longest leap that does not lead downhill, or the second step if none does. */
    private double[] leapt(double[] start, double[] first, double[] second, double likelihood) {
        double length = 0;
        double bend = 0;
        for (int i = 0; i < start.length; i++) {
            double r = first[i] - start[i];
            double v = second[i] - first[i] - r;
            length += r * r;
            bend += v * v;
        }
        for (double s = bend > 0 ? Math.sqrt(length / bend) : 0; s > SHORTEST_LEAP; s /= 2) {
            double[] landed = steps.step(steps.normalised(ahead(start, first, second, s)));
            if (steps.logLikelihood() >= likelihood) {
                return landed;
            }
        }
        return second;
    }

    /** Returns θ + 2s r + s² v; a probability that would leave (0, 1) stays where EM's own second step put it. */
    private static double[] ahead(double[] start, double[] first, double[] second, double s) {
        double[] ahead = new double[start.length];
        for (int i = 0; i < start.length; i++) {
            double r = first[i] - start[i];
            double v = second[i] - first[i] - r;
            double value = start[i] + 2 * s * r + s * s * v;
            ahead[i] = value > 0 && value < 1 ? value : second[i];
        }
        return ahead;
    }

    private static double largestChange(double[] before, double[] after) {
        double change = 0;
        for (int i = 0; i < after.length; i++) {
            change = Math.max(change, Math.abs(after[i] - before[i]));
        }
        return change;
    }

    boolean hasConverged() {
        return converged;
    }

    double logLikelihood() {
        return steps.logLikelihood();
    }

    double prior(int category) {
        return parameters[category];
    }

    /** Returns the probability that an annotator says one category where another is true. */
    double error(int annotator, int truth, int said) {
        return parameters[steps.place(annotator, truth) + said];
    }

    /** Returns the probability of being right: Σ_k π_k θ_kk. */
    double accuracy(int annotator) {
        double sum = 0;
        for (int category = 0; category < steps.categories(); category++) {
            sum += prior(category) * error(annotator, category, category);
        }
        return sum;
    }

    /** Returns P(z = category | labels) of a pattern. */
    double posterior(int pattern, int category) {
        return steps.posterior(pattern, category);
    }

    double weight(int pattern) {
        return steps.weight(pattern);
    }
}
