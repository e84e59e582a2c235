package dev.lichen.ppo;

/**
 * What PPO knows besides weights: all of it is in a checkpoint.
 *
 * @param kl β and how it moves
 * @param scores the moments of every score seen
 * @param episodes how many responses were sampled since the start
 */
public record PpoState(KlController kl, RunningMoments scores, long episodes) {

    /** The state before the first step. */
    public static PpoState start(KlController kl) {
        return new PpoState(kl, RunningMoments.none(), 0);
    }

    /** Takes in the scores of a step, before they are scaled by the moments. */
    public PpoState withScores(RunningMoments stepScores) {
        return new PpoState(kl, scores.plus(stepScores), episodes);
    }

    /** The same state as a checkpoint holds it. */
    public Saved save() {
        return new Saved(kl.coefficient(), scores, episodes);
    }

    /** The state that a checkpoint holds; target and horizon are the configuration's. */
    public PpoState restored(Saved saved) {
        return new PpoState(kl.withCoefficient(saved.klCoefficient()), saved.scores(), saved.episodes());
    }

    /**
     * What changes in a run.
     *
     * @param klCoefficient β
     * @param scores the moments of every score seen
     * @param episodes how many responses were sampled
     */
    public record Saved(double klCoefficient, RunningMoments scores, long episodes) {}

    /** Takes in the divergence measured in a step, at its end. */
    public PpoState after(double sequenceKl, int sequences) {
        return new PpoState(kl.after(sequenceKl, sequences), scores, episodes + sequences);
    }
}
