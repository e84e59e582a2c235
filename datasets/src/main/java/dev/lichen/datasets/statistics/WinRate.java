package dev.lichen.datasets.statistics;

import java.util.Collection;

/**
 * How often one side beats the other: (wins + ties/2) / comparisons, with an interval clustered by prompt.
 *
 * @param wins of the first side
 * @param ties where neither was better
 * @param losses of the first side
 * @param rate the win rate in [0, 1], ties counted half; ½ means no difference
 */
public record WinRate(long wins, long ties, long losses, Statistic rate) {

    /** Counts outcomes and estimates the rate. */
    public static WinRate of(Collection<Outcome> outcomes, ClusterBootstrap bootstrap) {
        Clusters clusters = Clusters.of(
                outcomes, Outcome::cluster, outcome -> outcome.result().points());
        return new WinRate(
                count(outcomes, Outcome.Result.WIN),
                count(outcomes, Outcome.Result.TIE),
                count(outcomes, Outcome.Result.LOSS),
                bootstrap.rate(clusters));
    }

    /** Returns whether the whole interval lies above ½: the first side is better beyond chance. */
    public boolean showsGain() {
        return rate.estimate().filter(e -> e.interval().low() > 0.5).isPresent();
    }

    /** Returns whether the whole interval lies below ½: the first side is worse beyond chance. */
    public boolean showsLoss() {
        return rate.estimate().filter(e -> e.interval().high() < 0.5).isPresent();
    }

    private static long count(Collection<Outcome> outcomes, Outcome.Result result) {
        return outcomes.stream().filter(outcome -> outcome.result() == result).count();
    }
}
