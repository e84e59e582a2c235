package dev.lichen.evaluation.report;

import dev.lichen.evaluation.JudgeDescription.Standing;
import dev.lichen.evaluation.Measured;
import dev.lichen.evaluation.PolicyMovement;
import dev.lichen.evaluation.SliceWinRate;
import dev.lichen.evaluation.WinRates;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Applies the rule of this package to one table of win rates.
 *
 * @param evidence everything that was measured
 * @param rates the win rates that decide
 */
record HeadlineRule(Evidence evidence, WinRates rates) {
    private static final double MOSTLY_FINISHED = 0.5;

    Headline headline() {
        Finding finding = finding();
        return new Headline(finding, sentence(finding), reservations());
    }

    private Finding finding() {
        Measured.Side side = rates.overall().winRate().sideOf(WinRates.EVEN);
        if (side == Measured.Side.UNKNOWN) {
            return Finding.NOT_MEASURED;
        }
        if (side == Measured.Side.AROUND || judgeIsNoBetterThanChance()) {
            return Finding.NO_GAIN_SHOWN;
        }
        if (side == Measured.Side.BELOW) {
            return Finding.LOSS;
        }
        return judgeIsOwnRewardModel() ? Finding.HIGHER_SCORE : Finding.GAIN;
    }

    private boolean judgeIsOwnRewardModel() {
        return rates.judge().standing() == Standing.TRAINED_AGAINST;
    }

    private boolean judgeIsNoBetterThanChance() {
        return judgeIsOwnRewardModel() && rewardModelIsNoBetterThanChance();
    }

    private boolean rewardModelIsNoBetterThanChance() {
        Measured.Side side = evidence.rewardModel() == null
                ? Measured.Side.ABOVE
                : evidence.rewardModel().besideChance();
        return side == Measured.Side.AROUND || side == Measured.Side.BELOW;
    }

    private String sentence(Finding finding) {
        String judge = rates.judge().spokenName();
        return switch (finding) {
            case GAIN -> "A gain: the " + judge + " prefers " + rateOverBaseline() + ".";
            case LOSS -> "A loss: the " + judge + " prefers " + rateOverBaseline() + ".";
            case NO_GAIN_SHOWN ->
                "No gain is shown: the " + judge + " prefers " + rateOverBaseline() + whyNothingIsShown();
            case HIGHER_SCORE ->
                "A higher score, not a proven gain: the " + judge + ", which " + rates.candidate()
                        + " was trained to please, prefers " + rateOverBaseline() + ".";
            case NOT_MEASURED ->
                "Whether " + rates.candidate() + " is better than " + rates.baseline() + " is not known: "
                        + whyUnknown() + ".";
        };
    }

    private String whyNothingIsShown() {
        boolean holdsEven = rates.overall().winRate().sideOf(WinRates.EVEN) == Measured.Side.AROUND;
        return holdsEven ? ", which holds one half." : ", but this judge is not distinguishable from chance.";
    }

    private String whyUnknown() {
        String reason = rates.overall().winRate().undefined();
        return reason == null ? "the win rate has no interval" : reason;
    }

    private String rateOverBaseline() {
        Measured rate = rates.overall().winRate();
        return rates.candidate() + " to " + rates.baseline() + " in " + Figures.percent(rate) + " of " + rate.n()
                + " comparisons on " + rate.clusters() + " held-out prompts (" + Figures.level(rate) + " interval "
                + Figures.percentInterval(rate) + ")";
    }

    private List<String> reservations() {
        List<String> reservations = new ArrayList<>();
        if (evidence.preferences().simulated()) {
            reservations.add("The preferences are simulated, not people\u2019s: "
                    + evidence.preferences().description() + ".");
        } else if (rates.judge().simulated()) {
            reservations.add("The judge is simulated: it stands in for people and is none.");
        }
        if (evidence.rewardModel() != null && rewardModelIsNoBetterThanChance()) {
            Measured accuracy = evidence.rewardModel().accuracy();
            reservations.add("The reward model is not distinguishable from chance on held-out pairs: accuracy "
                    + Figures.percent(accuracy) + ", " + Figures.level(accuracy) + " interval "
                    + Figures.percentInterval(accuracy) + ".");
        }
        addLosses(reservations);
        addUnfinished(reservations, evidence.movement());
        return reservations;
    }

    private void addLosses(List<String> reservations) {
        String lost = Stream.concat(rates.categories().stream(), rates.languages().stream())
                .filter(slice -> slice.winRate().sideOf(WinRates.EVEN) == Measured.Side.BELOW)
                .map(SliceWinRate::slice)
                .collect(Collectors.joining(", "));
        if (!lost.isEmpty()) {
            reservations.add("The new policy is worse on: " + lost + ".");
        }
    }

    private static void addUnfinished(List<String> reservations, @Nullable PolicyMovement movement) {
        Double finished = movement == null ? null : movement.after().finished().value();
        if (finished != null && finished < MOSTLY_FINISHED) {
            reservations.add("Most of the new policy\u2019s answers were cut at the length limit: it ended only "
                    + Figures.percent(finished) + " of them itself.");
        }
    }
}
