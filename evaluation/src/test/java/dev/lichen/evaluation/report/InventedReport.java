package dev.lichen.evaluation.report;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.ExtraFields;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.statistics.ClusterBootstrap;
import dev.lichen.datasets.statistics.ScoredPair;
import dev.lichen.evaluation.Comparison;
import dev.lichen.evaluation.Contest;
import dev.lichen.evaluation.Histogram;
import dev.lichen.evaluation.JudgeDescription;
import dev.lichen.evaluation.PolicyAnswer;
import dev.lichen.evaluation.PolicyMeasurements;
import dev.lichen.evaluation.PolicyMovement;
import dev.lichen.evaluation.RewardModelJudge;
import dev.lichen.evaluation.RewardModelQuality;
import dev.lichen.evaluation.RuleJudge;
import dev.lichen.evaluation.SampleMeasurement;
import dev.lichen.evaluation.WinRateEvaluation;
import dev.lichen.evaluation.WinRates;
import dev.lichen.lm.tokenizer.TokenSequence;
import dev.lichen.rewardmodel.EvaluatedPair;
import dev.lichen.rewardmodel.RewardEvaluation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** A report from invented data, complete in all its parts: for tests, and to look at. */
public final class InventedReport {
    static final ClusterBootstrap BOOTSTRAP = ClusterBootstrap.of(1);
    private static final List<String> CATEGORIES = List.of("explain", "list", "translate");
    private static final int PROMPTS = 60;

    private InventedReport() {}

    /** Writes the page and the JSON into the folder given, to look at them. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Report report = gain();
        Files.writeString(folder.resolve("report.html"), ReportPage.render(report));
        Files.writeString(folder.resolve("report.json"), ReportJson.write(report));
        Report none = withoutGain();
        Files.writeString(
                folder.resolve("none.html"),
                ReportPage.render(none.beside(
                        List.of(RunHeadline.of("quickstart, seed one", report), RunHeadline.of("real model", none)))));
    }

    /** A run whose new policy is better by an independent judge. */
    static Report gain() {
        return report(0.55, 0.9, JudgeDescription.Standing.INDEPENDENT);
    }

    /** A run whose reward model is a coin and whose new policy is no better. */
    static Report withoutGain() {
        return report(0.02, 0.0, JudgeDescription.Standing.TRAINED_AGAINST);
    }

    private static Report report(double shift, double margin, JudgeDescription.Standing standing) {
        List<Comparison> comparisons = comparisons(shift, standing);
        WinRates rates = evaluation(standing).rates("PPO", "SFT", comparisons);
        WinRates second = new WinRateEvaluation(
                        new RewardModelJudge(
                                new JudgeDescription("reward model", JudgeDescription.Standing.TRAINED_AGAINST, false),
                                requests -> List.of(),
                                0),
                        BOOTSTRAP)
                .rates("PPO", "SFT", comparisons(shift + 0.2, standing));
        Evidence evidence = new Evidence(
                new PreferenceSource("three simulated annotators of different care", true, 3, 480),
                standing == JudgeDescription.Standing.INDEPENDENT ? List.of(rates, second) : List.of(second),
                movement(),
                quality(margin));
        List<CurvePanel> curves = new ArrayList<>();
        curves.addAll(CurvePanels.of("ppo", MetricsHistory.of(ppoMetrics())));
        curves.addAll(CurvePanels.of("sft", MetricsHistory.of(lossMetrics("loss/train", "loss/validation"))));
        curves.addAll(CurvePanels.of("reward", MetricsHistory.of(lossMetrics("loss/train", "accuracy/held_out"))));
        return Report.of(
                "Bilingual tasks, PPO against SFT",
                evidence,
                curves,
                new SampleSelection("PPO", "SFT", 2).choose(comparisons),
                List.of(
                        "No person judged any answer of this run.",
                        "Safety, truthfulness and bias were not tested.",
                        "Prompts outside the tasks of the training data were not tried."),
                provenance());
    }

    private static WinRateEvaluation evaluation(JudgeDescription.Standing standing) {
        JudgeDescription description = new JudgeDescription("planted preference", standing, true);
        return new WinRateEvaluation(new RuleJudge(description, (prompt, answer) -> score(answer), 0.05), BOOTSTRAP);
    }

    private static double score(String answer) {
        return Double.parseDouble(answer.lines().toList().getLast().replaceAll("[^0-9.\\-]", ""));
    }

    private static List<Comparison> comparisons(double shift, JudgeDescription.Standing standing) {
        SplittableRandom random = new SplittableRandom(7);
        List<Contest> contests = new ArrayList<>();
        for (int i = 0; i < PROMPTS; i++) {
            for (long seed = 1; seed <= 3; seed++) {
                double lift = i % 3 == 2 ? -0.4 * shift : 1.2 * shift;
                contests.add(new Contest(prompt(i), seed, answer(i, random, lift), answer(i, random, 0)));
            }
        }
        return evaluation(standing).judge(contests);
    }

    private static Prompt prompt(int i) {
        boolean chinese = i % 2 == 1;
        String question = chinese
                ? "请用一句话解释为什么天空是蓝色的。（第 " + i + " 题）"
                : "Explain in one sentence why the sky is blue. (Task " + i + ")";
        ExtraFields extra = ExtraFields.none().with("category", TextNode.valueOf(CATEGORIES.get(i % 3)));
        return new Prompt(
                List.of(Message.user(question)), new Attributes("task-" + i, chinese ? "zh" : "en", null, extra));
    }

    private static PolicyAnswer answer(int i, SplittableRandom random, double lift) {
        double score = Math.round(100 * (random.nextGaussian() * 0.6 + lift)) / 100.0;
        String text = i % 2 == 1
                ? "因为空气分子对短波长的蓝光散射得更强，所以我们从各个方向看到的都是蓝色。\n" + score
                : "Air scatters short wavelengths of sunlight more strongly than long ones, so blue light reaches us from "
                        + "every direction.\n" + score;
        return new PolicyAnswer(text, 20 + random.nextInt(30), random.nextInt(10) > 0);
    }

    private static PolicyMovement movement() {
        List<SampleMeasurement> before = samples(0.0, 1.6, 12);
        List<SampleMeasurement> after = samples(0.12, 1.1, 18);
        return new PolicyMovement(
                PolicyMeasurements.ofReference("SFT", before, BOOTSTRAP),
                PolicyMeasurements.of("PPO", after, BOOTSTRAP),
                Histogram.ofLengths("tokens", List.of("SFT", "PPO"), List.of(lengths(before), lengths(after)), 12));
    }

    private static List<Integer> lengths(List<SampleMeasurement> samples) {
        return samples.stream().map(sample -> sample.tokens().size()).toList();
    }

    private static List<SampleMeasurement> samples(double drift, double entropy, int meanLength) {
        SplittableRandom random = new SplittableRandom(11);
        List<SampleMeasurement> samples = new ArrayList<>();
        for (int i = 0; i < 3 * PROMPTS; i++) {
            int length = Math.max(1, (int) (meanLength + 4 * random.nextGaussian()));
            float[] policy = new float[length];
            float[] reference = new float[length];
            float[] entropies = new float[length];
            int[] ids = new int[length];
            for (int t = 0; t < length; t++) {
                policy[t] = (float) -random.nextDouble(2);
                reference[t] = (float) (policy[t] - drift - 0.1 * random.nextGaussian() * (drift > 0 ? 1 : 0));
                entropies[t] = (float) (entropy + 0.2 * random.nextGaussian());
                ids[t] = random.nextInt(40);
            }
            samples.add(SampleMeasurement.of(
                    "prompt " + i / 3, TokenSequence.of(ids), random.nextInt(12) > 0, policy, reference, entropies));
        }
        return samples;
    }

    private static RewardModelQuality quality(double margin) {
        SplittableRandom random = new SplittableRandom(3);
        List<EvaluatedPair> pairs = new ArrayList<>();
        for (int i = 0; i < 240; i++) {
            ScoredPair scored = new ScoredPair("prompt " + i / 6, margin + random.nextGaussian());
            pairs.add(new EvaluatedPair(scored, 4, i % 12 < 6 ? "en" : "zh", random.nextInt(-9, 10)));
        }
        return RewardModelQuality.of("reward-model", RewardEvaluation.of(pairs, BOOTSTRAP), 0.0);
    }

    private static List<String> ppoMetrics() {
        SplittableRandom random = new SplittableRandom(5);
        List<String> lines = new ArrayList<>();
        for (int step = 1; step <= 240; step++) {
            double progress = 1 - Math.exp(-step / 60.0);
            lines.add(String.format(
                    Locale.ROOT,
                    "{\"step\":%d,\"objective/kl\":%.4f,\"objective/kl_k3\":%.4f,\"objective/scores\":%.4f,"
                            + "\"objective/entropy\":%.4f,\"ppo/response/length\":%.2f,\"ppo/response/eos_rate\":%.3f,"
                            + "\"ppo/loss/policy\":%.5f,\"ppo/loss/value\":%.4f,\"ppo/policy/clipfrac\":%.4f,"
                            + "\"ppo/val/explained_variance\":%s}",
                    step,
                    2 * progress + 0.1 * random.nextGaussian(),
                    2.1 * progress + 0.05 * random.nextDouble(),
                    progress + 0.15 * random.nextGaussian(),
                    1.6 - 0.5 * progress + 0.02 * random.nextGaussian(),
                    12 + 6 * progress + random.nextGaussian(),
                    0.9 + 0.05 * random.nextDouble(),
                    -0.01 + 0.005 * random.nextGaussian(),
                    0.4 * (1 - progress) + 0.05 + 0.02 * random.nextDouble(),
                    0.05 + 0.02 * random.nextDouble(),
                    step == 3 ? "\"NaN\"" : String.format(Locale.ROOT, "%.4f", 0.8 * progress)));
        }
        lines.add("{\"step\":241,\"objective/kl\":2.");
        return lines;
    }

    private static List<String> lossMetrics(String first, String second) {
        List<String> lines = new ArrayList<>();
        for (int step = 1; step <= 80; step++) {
            double loss = 0.6 + 2.5 * Math.exp(-step / 20.0);
            lines.add(String.format(
                    Locale.ROOT, "{\"step\":%d,\"%s\":%.4f,\"%s\":%.4f}", step, first, loss, second, loss / 2 + 0.3));
        }
        return lines;
    }

    private static Provenance provenance() {
        return new Provenance(
                "2026-01-02T03:04:05Z",
                List.of(
                        new Provenance.Fact("Lichen", "0.1.0"),
                        new Provenance.Fact("Device", "cpu, float32"),
                        new Provenance.Fact("Seeds", "run 42; evaluation 1, 2, 3; bootstrap 1"),
                        new Provenance.Fact("Sampling", "temperature 1, up to 48 tokens")),
                List.of(
                        new Provenance.Artifact(
                                "rankings", "rankings.jsonl", "9f86d081884c7d659a2feaa0c55ad015".repeat(2)),
                        new Provenance.Artifact(
                                "reference", "models/sft", "60303ae22b998861bce3b28f33eec1be".repeat(2))),
                List.of(
                        new Provenance.StageTime("pretrain", 61.3, 400),
                        new Provenance.StageTime("sft", 42.07, 80),
                        new Provenance.StageTime("reward", 35.5, 80),
                        new Provenance.StageTime("ppo", 128.2, 240),
                        new Provenance.StageTime("evaluate", 3725, 0)),
                "seed: 42\nppo:\n  kl: 0.05\n");
    }
}
