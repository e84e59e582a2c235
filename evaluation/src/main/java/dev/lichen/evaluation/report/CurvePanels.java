package dev.lichen.evaluation.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sorts a stage's metrics into the figures that readers know: reward, KL, entropy, length, losses. */
public final class CurvePanels {
    private static final int MOST_POINTS = 150;
    private static final int MOST_CURVES = 3;

    private static final List<Panel> PANELS = List.of(
            new Panel("Score of the reward function", "score", "objective/scores"),
            new Panel("Score less KL penalty", "score", "objective/rlhf_reward"),
            new Panel("KL from the reference", "nats a sequence", "objective/kl(_k3)?"),
            new Panel("Entropy", "nats a token", "objective/entropy"),
            new Panel("Response length", "tokens", "ppo/response/length"),
            new Panel("Answers ended by the policy", "share", "ppo/response/eos_rate"),
            new Panel("Policy loss", "loss", "ppo/loss/policy"),
            new Panel("Value loss", "loss", "ppo/loss/value"),
            new Panel("Clipped share", "share of tokens", "ppo/(policy|val)/clipfrac"),
            new Panel("Variance that the critic explains", "share", "ppo/val/explained_variance"),
            new Panel("Loss", "loss", "(?!ppo/).*loss.*"),
            new Panel("Accuracy", "share", "(?!ppo/).*accuracy.*"),
            new Panel("Bits per byte", "bits", ".*bits_per_byte.*"),
            new Panel("Gradient norm before clipping", "norm", "(?!ppo/val/).*grad(ient)?_norm.*"));

    private CurvePanels() {}

    private record Panel(String title, String unit, Pattern metrics) {
        Panel(String title, String unit, String metrics) {
            this(title, unit, Pattern.compile(metrics));
        }
    }

    /** Returns the figures of a stage, without those for which it wrote no metric. */
    public static List<CurvePanel> of(String stage, MetricsHistory history) {
        int stepsPerPoint = Math.max(1, Math.ceilDiv(history.size(), MOST_POINTS));
        return PANELS.stream()
                .flatMap(panel -> draw(panel, stage, history, stepsPerPoint))
                .toList();
    }

    private static Stream<CurvePanel> draw(Panel panel, String stage, MetricsHistory history, int stepsPerPoint) {
        List<CurvePanel.Curve> curves = history.names().stream()
                .filter(name -> panel.metrics().matcher(name).matches())
                .map(name -> history.curve(name, stepsPerPoint))
                .filter(curve -> !curve.points().isEmpty())
                .limit(MOST_CURVES)
                .toList();
        return curves.isEmpty()
                ? Stream.empty()
                : Stream.of(new CurvePanel(stage, panel.title(), panel.unit(), stepsPerPoint, curves));
    }
}
