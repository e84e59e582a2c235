package dev.lichen.training.listener;

import dev.lichen.training.Metrics;
import dev.lichen.training.Step;
import dev.lichen.training.TrainingDivergedException;
import dev.lichen.training.TrainingListener;
import java.util.Map;

/**
 * Ends a run that cannot recover: when a metric is not finite, or above its limit.
 *
 * <p>Put it before {@link PeriodicCheckpoint}, so that no diverged state becomes a checkpoint.
 */
public final class DivergenceCheck implements TrainingListener {

    private final Map<String, Double> limits;

    /**
     * Checks that every metric is finite and that some keep their limits.
     *
     * @param limits the highest allowed value by metric name, such as 10 nats for a divergence; may be empty
     */
    public DivergenceCheck(Map<String, Double> limits) {
        this.limits = Map.copyOf(limits);
    }

    @Override
    public void onStep(Step step) {
        step.metrics().toMap().forEach((name, value) -> {
            if (!Double.isFinite(value)) {
                throw diverged(step, name + " is " + value);
            }
            double limit = limits.getOrDefault(name, Double.POSITIVE_INFINITY);
            if (value > limit) {
                throw diverged(step, "%s is %s, above its limit %s".formatted(name, value, limit));
            }
        });
    }

    private static TrainingDivergedException diverged(Step step, String fault) {
        Metrics metrics = step.metrics();
        return new TrainingDivergedException(step.number(), fault, metrics);
    }
}
