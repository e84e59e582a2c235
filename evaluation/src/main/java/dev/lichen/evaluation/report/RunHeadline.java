package dev.lichen.evaluation.report;

import dev.lichen.evaluation.Measured;
import dev.lichen.evaluation.PolicyMovement;
import dev.lichen.evaluation.RewardModelQuality;
import dev.lichen.evaluation.WinRates;
import org.jspecify.annotations.Nullable;

/**
 * One run in a line, to be read beside others.
 *
 * @param run the run's name
 * @param finding its verdict
 * @param judge who judged, absent if nobody did
 * @param winRate the rate that the verdict rests on
 * @param kl KL(policy ‖ reference), nats a sequence
 * @param rewardModelAccuracy on held-out pairs
 */
public record RunHeadline(
        String run,
        Finding finding,
        @Nullable String judge,
        @Nullable Measured winRate,
        @Nullable Measured kl,
        @Nullable Measured rewardModelAccuracy) {

    /** Takes the line out of a run's report. */
    public static RunHeadline of(String run, Report report) {
        Evidence evidence = report.evidence();
        WinRates rates = evidence.decisive().orElse(null);
        PolicyMovement movement = evidence.movement();
        RewardModelQuality rewardModel = evidence.rewardModel();
        return new RunHeadline(
                run,
                report.headline().finding(),
                rates == null ? null : rates.judge().spokenName(),
                rates == null ? null : rates.overall().winRate(),
                movement == null ? null : movement.after().klK1(),
                rewardModel == null ? null : rewardModel.accuracy());
    }
}
