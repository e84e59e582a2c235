package dev.lichen.ppo;

import dev.lichen.training.AdamWConfig;
import dev.lichen.training.OptimizerConfig;
import dev.lichen.training.config.Doc;
import dev.lichen.training.config.Require;
import dev.lichen.training.schedule.ScheduleConfig;
import dev.lichen.training.schedule.ScheduleKind;

/**
 * Sets how policy and critic learn from a step's responses.
 *
 * @param epochs passes over the responses, at least 1
 * @param minibatches updates an epoch; divides the responses of a step
 * @param microBatchTokens how many tokens may go through a model together; bounds memory only
 * @param criticWarmupSteps steps at the start in which only the critic learns
 * @param stopAtApproximateKl the rest of a step's epochs is left out once a minibatch's mean approximate KL exceeds this,
 *     in nats a token; 0 for never
 * @param clip how far one step may move
 * @param policy how the policy's weights follow gradients
 * @param critic how the critic's weights follow gradients
 */
public record UpdateConfig(
        @Doc("passes over a step's responses, at least 1") int epochs,

        @Doc("updates an epoch; divides the responses of a step")
        int minibatches,

        @Doc("tokens that go through a model together, at least 1; bounds memory, changes no result")
        int microBatchTokens,

        @Doc("steps at the start in which only the critic learns")
        long criticWarmupSteps,

        @Doc("approximate KL, nats a token, above which the rest of a step's epochs is left out; 0 for never")
        double stopAtApproximateKl,

        @Doc("how far one step may move policy and critic") ClipConfig clip,

        @Doc("how the policy's weights follow gradients") OptimizerConfig policy,

        @Doc("how the critic's weights follow gradients") OptimizerConfig critic) {

    private static final long WARM_UP_STEPS = 10;

    public UpdateConfig {
        Require.positive("epochs", epochs);
        Require.positive("minibatches", minibatches);
        Require.positive("microBatchTokens", microBatchTokens);
        Require.notNegative("criticWarmupSteps", criticWarmupSteps);
        Require.notNegative("stopAtApproximateKl", stopAtApproximateKl);
    }

    /**
     * Returns four epochs of one minibatch, peak rates of 3e-6 for the policy and 1e-5 for the critic, reached in ten
     * steps: Adam's first updates are as large as its later ones, however small the gradient.
     */
    public static UpdateConfig defaults() {
        return new UpdateConfig(4, 1, 512, 0, 0, ClipConfig.defaults(), warmedUp(3e-6), warmedUp(1e-5));
    }

    private static OptimizerConfig warmedUp(double learningRate) {
        ScheduleConfig schedule = new ScheduleConfig(ScheduleKind.COSINE, WARM_UP_STEPS, 0.1);
        return new OptimizerConfig(learningRate, schedule, AdamWConfig.defaults());
    }
}
