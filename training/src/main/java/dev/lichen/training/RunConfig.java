package dev.lichen.training;

import dev.lichen.training.config.Doc;
import dev.lichen.training.config.Require;

/**
 * Sets what a run does beside training.
 *
 * @param checkpointInterval steps from one checkpoint to the next; 0 for none but the last
 * @param keepCheckpoints how many checkpoints are kept, at least 1
 * @param evaluationInterval steps from one evaluation to the next; 0 for none but the last
 * @param sampleInterval steps from one look at what the model says to the next; 0 for none
 */
public record RunConfig(
        @Doc("steps from one checkpoint to the next; 0 for none but the last")
        long checkpointInterval,

        @Doc("checkpoints that are kept, at least 1") int keepCheckpoints,

        @Doc("steps from one evaluation to the next; 0 for none but the last")
        long evaluationInterval,

        @Doc("steps from one look at what the model says to the next; 0 for none")
        long sampleInterval) {

    public RunConfig {
        Require.notNegative("checkpointInterval", checkpointInterval);
        Require.positive("keepCheckpoints", keepCheckpoints);
        Require.notNegative("evaluationInterval", evaluationInterval);
        Require.notNegative("sampleInterval", sampleInterval);
    }

    /** Returns checkpoints every 100 steps, of which two are kept, evaluations every 50 and samples every 10. */
    public static RunConfig defaults() {
        return new RunConfig(100, 2, 50, 10);
    }
}
