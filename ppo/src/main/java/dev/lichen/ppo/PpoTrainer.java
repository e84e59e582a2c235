package dev.lichen.ppo;

import dev.lichen.training.Metrics;
import dev.lichen.training.StepFunction;
import dev.lichen.training.TrainingListener;
import dev.lichen.training.TrainingState;
import java.util.List;

/** Runs the parts of a PPO step in their order, and nothing else. */
final class PpoTrainer {

    private static final String SAMPLE = "ppo/sample";
    private static final String EVALUATION = "ppo/evaluation";

    private final PpoConfig config;
    private final PpoQuestions questions;
    private final RolloutCollector collector;
    private final PpoUpdates updates;
    private PpoState state;

    /**
     * Puts the parts together.
     *
     * @param config the numbers
     * @param questions which prompts at which step
     * @param collector samples and judges
     * @param updates learn
     */
    PpoTrainer(PpoConfig config, PpoQuestions questions, RolloutCollector collector, PpoUpdates updates) {
        this.config = config;
        this.questions = questions;
        this.collector = collector;
        this.updates = updates;
        this.state = PpoState.start(config.score().kl().controller());
    }

    /** Returns the step as a function; the listener hears what the policy says. */
    StepFunction telling(TrainingListener listener) {
        return stepsDone -> train(stepsDone, listener);
    }

    private Metrics train(long stepsDone, TrainingListener listener) {
        Rollouts rollouts = collector.collect(questions.ofStep(stepsDone), SAMPLE, stepsDone);
        PpoState seen = state.withScores(rollouts.scoreMoments());
        Rewards rewards = rewards(rollouts, seen);
        Advantages advantages = config.advantage().estimator().estimate(rewards.rewards(), rollouts.values());
        Advantages learned = config.advantage().whiten() ? advantages.whitened() : advantages;
        PpoStatistics statistics = updates.run(Minibatch.of(rollouts, learned), stepsDone);
        state = seen.after(rollouts.divergence(KlEstimator.K1), rollouts.size());
        PpoSamples.tell(rollouts, rewards, stepsDone, config.run().sampleInterval(), listener);
        return PpoMetrics.of(rollouts, rewards, advantages, statistics, seen);
    }

    private Rewards rewards(Rollouts rollouts, PpoState seen) {
        List<Double> scores = config.score().scaling().scale(rollouts.scores(), seen.scores());
        Rewards rewards = config.score()
                .shaping()
                .shape(rollouts.scored(scores), seen.kl().coefficient());
        return config.score().whitenRewards() ? rewards.whitened() : rewards;
    }

    /** Answers the held-out prompts; the same random numbers every time. */
    Metrics evaluate() {
        return questions.heldOut().isEmpty()
                ? Metrics.none()
                : PpoMetrics.evaluation(collector.collect(questions.heldOut(), EVALUATION, 0));
    }

    /** The part of a checkpoint that holds what PPO knows besides weights. */
    TrainingState checkpointPart() {
        return new TrainingState(List.of(new TrainingState.Entry<>(
                "ppo", PpoState.Saved.class, () -> state.save(), saved -> state = state.restored(saved))));
    }
}
