package dev.lichen.cli.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lichen.evaluation.Measured;
import dev.lichen.evaluation.PolicyMeasurements;
import dev.lichen.evaluation.PolicyMovement;
import dev.lichen.evaluation.RewardModelQuality;
import dev.lichen.evaluation.SliceWinRate;
import dev.lichen.evaluation.WinRates;
import dev.lichen.evaluation.report.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Sums up a report in a few numbers.
 *
 * @param finding what the evidence amounts to, as {@code gain}
 * @param verdict the same in a sentence
 * @param winRates one a judge
 * @param rewardModelAccuracy on held-out pairs, absent if not measured
 * @param movement how far the policy moved, absent if not measured
 * @param seconds that all stages took
 * @param report the page's path
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LineSummary(
        String finding,
        String verdict,
        List<JudgedRate> winRates,
        @Nullable Measured rewardModelAccuracy,
        @Nullable Movement movement,
        double seconds,
        String report) {

    public LineSummary {
        winRates = List.copyOf(winRates);
    }

    /**
     * A win rate by one judge.
     *
     * @param judge who judged
     * @param simulated whether the judge stands in for people without being people
     * @param result wins, ties, losses and the rate with its interval
     */
    public record JudgedRate(String judge, boolean simulated, SliceWinRate result) {}

    /**
     * What changed in how the policy speaks.
     *
     * @param kl from the policy that it began as, nats a sequence
     * @param before the length and the share of finished answers before
     * @param after the same after
     */
    public record Movement(@Nullable Measured kl, Speech before, Speech after) {}

    /**
     * How a policy speaks.
     *
     * @param length tokens an answer
     * @param finished the share of answers that the policy ended itself
     */
    public record Speech(Measured length, Measured finished) {}

    /** Sums up a report. */
    public static LineSummary of(Report report, Path page) {
        RewardModelQuality quality = report.evidence().rewardModel();
        PolicyMovement movement = report.evidence().movement();
        return new LineSummary(
                report.headline().finding().name().toLowerCase(Locale.ROOT),
                report.headline().sentence(),
                report.evidence().winRates().stream().map(LineSummary::rate).toList(),
                quality == null ? null : quality.accuracy(),
                movement == null ? null : movement(movement),
                report.provenance().times().stream()
                        .mapToDouble(time -> time.seconds())
                        .sum(),
                page.toString());
    }

    private static JudgedRate rate(WinRates rates) {
        return new JudgedRate(rates.judge().name(), rates.judge().simulated(), rates.overall());
    }

    private static Movement movement(PolicyMovement movement) {
        return new Movement(movement.after().klK1(), speech(movement.before()), speech(movement.after()));
    }

    private static Speech speech(PolicyMeasurements measurements) {
        return new Speech(measurements.length(), measurements.finished());
    }

    /** Returns the summary as rows of a table: what, and its value. */
    public List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        winRates.forEach(rate -> rows.add(List.of(
                "win rate over SFT, by the " + rate.judge() + (rate.simulated() ? " (simulated)" : ""),
                text(rate.result().winRate()))));
        if (rewardModelAccuracy != null) {
            rows.add(List.of("reward model's accuracy on held-out pairs", text(rewardModelAccuracy)));
        }
        if (movement != null) {
            rows.add(List.of("KL from SFT, nats a sequence", movement.kl() == null ? "none" : text(movement.kl())));
            rows.add(List.of("tokens an answer, before", text(movement.before().length())));
            rows.add(List.of("tokens an answer, after", text(movement.after().length())));
            rows.add(List.of("finished answers, before", text(movement.before().finished())));
            rows.add(List.of("finished answers, after", text(movement.after().finished())));
        }
        rows.add(List.of("time", String.format(Locale.ROOT, "%d min %02.0f s", (int) seconds / 60, seconds % 60)));
        return rows;
    }

    private static String text(Measured measured) {
        if (measured.value() == null) {
            return "not measured: " + measured.undefined();
        }
        String interval = measured.lower() == null
                ? "no interval"
                : String.format(Locale.ROOT, "95 %% interval %.3f to %.3f", measured.lower(), measured.upper());
        return String.format(Locale.ROOT, "%.3f  (%s, n = %d)", measured.value(), interval, measured.n());
    }
}
