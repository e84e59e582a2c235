package dev.lichen.evaluation.report;

import dev.lichen.evaluation.JudgeDescription.Standing;
import dev.lichen.evaluation.PolicyMovement;
import dev.lichen.evaluation.RewardModelQuality;
import dev.lichen.evaluation.WinRates;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was measured.
 *
 * @param preferences whose preferences the policy was trained on
 * @param winRates a table a judge, the most telling first
 * @param movement how far the policy moved, absent if not measured
 * @param rewardModel what the reward model is worth, absent if none was trained or it was not measured
 */
public record Evidence(
        PreferenceSource preferences,
        List<WinRates> winRates,
        @Nullable PolicyMovement movement,
        @Nullable RewardModelQuality rewardModel) {

    public Evidence {
        winRates = List.copyOf(winRates);
    }

    /** Returns the win rates that the verdict rests on: the first independent judge's, else the first. */
    Optional<WinRates> decisive() {
        return winRates.stream()
                .filter(rates -> rates.judge().standing() == Standing.INDEPENDENT)
                .findFirst()
                .or(() -> winRates.stream().findFirst());
    }
}
