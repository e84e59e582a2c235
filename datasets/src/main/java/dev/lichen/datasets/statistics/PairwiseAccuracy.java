package dev.lichen.datasets.statistics;

import java.util.Collection;

/**
 * How often a model orders two answers as people did, with an interval clustered by prompt.
 *
 * @param correct pairs in people's order
 * @param equal pairs that the model scores the same, counted half
 * @param wrong pairs in the opposite order
 * @param accuracy (correct + equal/2) / pairs, in [0, 1]; ½ is chance
 */
public record PairwiseAccuracy(long correct, long equal, long wrong, Statistic accuracy) {

    /** Counts pairs, each once whatever its prompt's K, and estimates the accuracy. */
    public static PairwiseAccuracy of(Collection<ScoredPair> pairs, ClusterBootstrap bootstrap) {
        Clusters clusters = Clusters.of(pairs, ScoredPair::cluster, ScoredPair::agreement);
        return new PairwiseAccuracy(
                pairs.stream().filter(pair -> pair.margin() > 0).count(),
                pairs.stream().filter(pair -> pair.margin() == 0).count(),
                pairs.stream().filter(pair -> pair.margin() < 0).count(),
                bootstrap.rate(clusters));
    }
}
