package dev.lichen.ppo;

import dev.lichen.training.GradientStep;
import dev.lichen.training.RandomStreams;
import java.util.Arrays;
import java.util.List;

/** Makes the updates of a step: epochs of shuffled minibatches, each cut into parts that fit into memory. */
final class PpoUpdates {

    private static final String SHUFFLE = "ppo/minibatches";

    private final UpdateConfig config;
    private final PolicyUpdate policy;
    private final ValueUpdate critic;
    private final GradientStep policyStep;
    private final GradientStep criticStep;
    private final FirstMinibatchCheck check;
    private final RandomStreams streams;

    PpoUpdates(
            UpdateConfig config,
            PolicyUpdate policy,
            ValueUpdate critic,
            GradientSteps gradientSteps,
            FirstMinibatchCheck check,
            RandomStreams streams) {
        this.config = config;
        this.policy = policy;
        this.critic = critic;
        this.policyStep = gradientSteps.policy();
        this.criticStep = gradientSteps.critic();
        this.check = check;
        this.streams = streams;
    }

    /**
     * Changes the weights of policy and critic.
     *
     * @param policy the policy's changes
     * @param critic the critic's changes
     */
    record GradientSteps(GradientStep policy, GradientStep critic) {}

    /** Learns from a step's responses. */
    PpoStatistics run(Minibatch all, long stepsDone) {
        PpoStatistics total = PpoStatistics.none();
        for (int epoch = 0; epoch < config.epochs(); epoch++) {
            for (Minibatch minibatch : all.cut(order(all, stepsDone, epoch), config.minibatches())) {
                boolean first = total.minibatches() == 0;
                PpoStatistics one = update(minibatch, stepsDone, first);
                total = total.plus(one);
                if (isTooFar(one.policy())) {
                    return total;
                }
            }
        }
        return total;
    }

    private List<Integer> order(Minibatch all, long stepsDone, int epoch) {
        int size = all.responses().size();
        long shuffle = stepsDone * config.epochs() + epoch;
        return Arrays.stream(streams.permutation(size, SHUFFLE, shuffle))
                .boxed()
                .toList();
    }

    private PpoStatistics update(Minibatch minibatch, long stepsDone, boolean first) {
        boolean policyLearns = stepsDone >= config.criticWarmupSteps();
        PpoStatistics sums = PpoStatistics.ofMinibatch();
        for (Minibatch part : minibatch.microBatches(config.microBatchTokens())) {
            sums = sums.plus(critic.accumulate(part, minibatch.tokens()));
            if (policyLearns) {
                sums = sums.plus(policy.accumulate(part, minibatch.tokens()));
            }
        }
        if (first) {
            check.require(sums.policy());
        }
        return sums.plus(
                policyLearns ? GradientStatistics.of(policyStep.apply(stepsDone)) : GradientStatistics.none(),
                GradientStatistics.of(criticStep.apply(stepsDone)));
    }

    private boolean isTooFar(PolicyStatistics one) {
        return config.stopAtApproximateKl() > 0 && one.meanApproximateKl() > config.stopAtApproximateKl();
    }
}
