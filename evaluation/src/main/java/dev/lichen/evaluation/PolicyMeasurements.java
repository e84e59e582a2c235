package dev.lichen.evaluation;

import dev.lichen.datasets.statistics.ClusterBootstrap;
import dev.lichen.datasets.statistics.Clusters;
import dev.lichen.datasets.statistics.Statistic;
import dev.lichen.lm.tokenizer.TokenSequence;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How a policy speaks, measured on answers that it sampled just for this.
 *
 * @param policy the policy's name
 * @param klK1 KL(policy ‖ reference), nats a sequence, by the unbiased signed estimate; absent for the reference
 * @param klK3 the same by the unbiased estimate that is never negative; absent for the reference
 * @param length tokens a sequence, the end-of-turn token included
 * @param finished the share of sequences the policy ended itself (EOS rate)
 * @param entropy nats a token
 * @param repetition the share of an answer's 4-grams that occurred in it before
 * @param distinct2 the distinct 2-grams of all answers as a share of all 2-grams; it has no interval, because
 *     resampled answers repeat by construction
 */
public record PolicyMeasurements(
        String policy,
        @Nullable Measured klK1,
        @Nullable Measured klK3,
        Measured length,
        Measured finished,
        Measured entropy,
        Measured repetition,
        Measured distinct2) {
    private static final int REPEATED_RUN = 4;
    private static final int VARIED_RUN = 2;

    /** Sums up the answers of a trained policy; answers to one prompt are one cluster of the intervals. */
    public static PolicyMeasurements of(
            String policy, Collection<SampleMeasurement> samples, ClusterBootstrap bootstrap) {
        Measured klK1 = mean(samples, SampleMeasurement::k1, bootstrap);
        Measured klK3 = mean(samples, SampleMeasurement::k3, bootstrap);
        return withKl(policy, klK1, klK3, samples, bootstrap);
    }

    /** Sums up the answers of the reference, whose KL to itself is 0 by definition and not measured. */
    public static PolicyMeasurements ofReference(
            String policy, Collection<SampleMeasurement> samples, ClusterBootstrap bootstrap) {
        return withKl(policy, null, null, samples, bootstrap);
    }

    private static PolicyMeasurements withKl(
            String policy,
            @Nullable Measured klK1,
            @Nullable Measured klK3,
            Collection<SampleMeasurement> samples,
            ClusterBootstrap bootstrap) {
        return new PolicyMeasurements(
                policy,
                klK1,
                klK3,
                mean(samples, sample -> sample.tokens().size(), bootstrap),
                Measured.of(bootstrap.rate(clusters(samples, sample -> sample.finished() ? 1 : 0))),
                mean(samples, SampleMeasurement::entropy, bootstrap),
                repetition(samples, bootstrap),
                distinct(samples));
    }

    private static Measured mean(
            Collection<SampleMeasurement> samples,
            ToDoubleFunction<SampleMeasurement> value,
            ClusterBootstrap bootstrap) {
        return Measured.of(bootstrap.mean(clusters(samples, value)));
    }

    private static Clusters clusters(Collection<SampleMeasurement> samples, ToDoubleFunction<SampleMeasurement> value) {
        return Clusters.of(samples, SampleMeasurement::prompt, value);
    }

    private static Measured repetition(Collection<SampleMeasurement> samples, ClusterBootstrap bootstrap) {
        List<SampleMeasurement> longEnough = samples.stream()
                .filter(sample -> sample.tokens().size() >= REPEATED_RUN)
                .toList();
        if (longEnough.isEmpty()) {
            return Measured.undefined("no answer has " + REPEATED_RUN + " tokens");
        }
        Statistic share = bootstrap.rate(clusters(
                longEnough,
                sample -> NGrams.repetition(sample.tokens(), REPEATED_RUN).orElseThrow()));
        return Measured.of(share);
    }

    private static Measured distinct(Collection<SampleMeasurement> samples) {
        List<TokenSequence> answers =
                samples.stream().map(SampleMeasurement::tokens).toList();
        long prompts =
                samples.stream().map(SampleMeasurement::prompt).distinct().count();
        return NGrams.distinct(answers, VARIED_RUN).stream()
                .mapToObj(share -> Measured.withoutInterval(share, NGrams.total(answers, VARIED_RUN), prompts))
                .findFirst()
                .orElseGet(() -> Measured.undefined("no answer has " + VARIED_RUN + " tokens"));
    }
}
