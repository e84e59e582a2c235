package dev.lichen.benchmarks;

import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.Judgement;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.Tiers;
import dev.lichen.datasets.statistics.CalibrationError;
import dev.lichen.datasets.statistics.ClusterBootstrap;
import dev.lichen.datasets.statistics.Interval;
import dev.lichen.datasets.statistics.PairwiseTally;
import dev.lichen.datasets.statistics.Prediction;
import dev.lichen.datasets.statistics.WeakOrder;
import dev.lichen.datasets.statistics.agreement.CohenKappa;
import dev.lichen.datasets.statistics.agreement.FleissKappa;
import dev.lichen.datasets.statistics.agreement.KendallW;
import dev.lichen.datasets.statistics.agreement.KrippendorffAlpha;
import dev.lichen.datasets.statistics.agreement.MeanTau;
import dev.lichen.datasets.statistics.agreement.Metric;
import dev.lichen.datasets.statistics.agreement.ReliabilityData;
import dev.lichen.datasets.statistics.annotators.AnnotatorReliability;
import dev.lichen.datasets.statistics.annotators.DawidSkene;
import dev.lichen.datasets.statistics.annotators.Label;
import dev.lichen.datasets.statistics.consensus.Kemeny;
import dev.lichen.datasets.statistics.consensus.RankedPairs;
import dev.lichen.datasets.statistics.judgements.AgreementReport;
import dev.lichen.datasets.statistics.preference.BradleyTerry;
import dev.lichen.datasets.statistics.preference.Davidson;
import dev.lichen.datasets.statistics.preference.JudgedOrder;
import dev.lichen.datasets.statistics.preference.PlackettLuce;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Times each statistic of human judgement on 10,000 rankings of 9 answers, intervals of 1000 resamples included where it
 * has one: as 10,000 judges of the same answers, or as 3,334 prompts with three annotators each.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(1)
public class JudgementStatisticsBenchmark {

    private static final int RANKINGS = 10_000;
    private static final int ANSWERS = 9;
    private static final int ANNOTATORS = 3;
    private static final ClusterBootstrap BOOTSTRAP = ClusterBootstrap.of(1);

    private List<WeakOrder> weak = List.of();
    private List<WeakOrder> strict = List.of();
    private List<JudgedOrder> judged = List.of();
    private List<Ranking> rankings = List.of();
    private List<Label> labels = List.of();
    private List<Label> modelled = List.of();

    /** Draws rankings that follow a common order with noise, a third of the pairs of neighbours tied. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        List<double[]> scores = IntStream.range(0, RANKINGS)
                .mapToObj(r -> IntStream.range(0, ANSWERS)
                        .mapToDouble(answer -> answer + 6 * random.nextDouble())
                        .toArray())
                .toList();
        strict = scores.stream().map(s -> order(s, 1e9)).toList();
        weak = scores.stream().map(s -> order(s, 1)).toList();
        judged = JudgedOrder.independent(weak);
        rankings = IntStream.range(0, RANKINGS)
                .mapToObj(r -> ranking(r, scores.get(r)))
                .toList();
        labels = labels();
        modelled = modelled(random);
    }

    /** Draws labels of three categories for as many pairs, each by three of 30 annotators. */
    private static List<Label> modelled(SplittableRandom random) {
        List<Label> all = new ArrayList<>();
        int items = RANKINGS / ANNOTATORS * ANSWERS * (ANSWERS - 1) / 2;
        for (int item = 0; item < items; item++) {
            int truth = random.nextInt(ANNOTATORS);
            for (int third = 0; third < ANNOTATORS; third++) {
                int annotator = 10 * third + random.nextInt(10);
                boolean right = random.nextInt(100) < 60 + annotator;
                int said = right ? truth : random.nextInt(ANNOTATORS);
                all.add(new Label("question " + item / 36, "" + item, "annotator " + annotator, "" + said));
            }
        }
        return all;
    }

    private static WeakOrder order(double[] scores, double steps) {
        TreeMap<String, Double> ranks = new TreeMap<>();
        for (int answer = 0; answer < scores.length; answer++) {
            ranks.put("answer " + answer, Math.rint(scores[answer] * steps));
        }
        return WeakOrder.ofRanks(ranks);
    }

    private static Ranking ranking(int number, double[] scores) {
        return new Ranking(
                List.of(Message.user("question " + number / ANNOTATORS)),
                IntStream.range(0, ANSWERS)
                        .mapToObj(answer -> new Answer("answer " + answer, "model " + answer))
                        .toList(),
                Tiers.ofScores(IntStream.range(0, ANSWERS)
                        .mapToObj(a -> Math.rint(scores[a]))
                        .toList()),
                Judgement.by("annotator " + number % ANNOTATORS),
                Attributes.none());
    }

    private List<Label> labels() {
        List<Label> all = new ArrayList<>();
        for (int r = 0; r < RANKINGS; r++) {
            Tiers tiers = rankings.get(r).tiers();
            for (int i = 0; i < ANSWERS; i++) {
                for (int j = 0; j < i; j++) {
                    int order = Integer.compare(
                            tiers.of(i).orElseThrow(), tiers.of(j).orElseThrow());
                    all.add(new Label(
                            "question " + r / ANNOTATORS, i + ":" + j, "annotator " + r % ANNOTATORS, "" + order));
                }
            }
        }
        return all;
    }

    private int[] tiers(int ranking) {
        return rankings.get(ranking).tiers().values().stream()
                .mapToInt(tier -> tier == null ? 0 : tier)
                .toArray();
    }

    /** Finds α by prompts, with its interval. */
    @Benchmark
    public Object alpha() {
        List<List<Integer>> units = new ArrayList<>();
        List<String> clusters = new ArrayList<>();
        for (int prompt = 0; prompt + ANNOTATORS <= RANKINGS; prompt += ANNOTATORS) {
            for (int answer = 0; answer < ANSWERS; answer++) {
                int number = answer;
                units.add(IntStream.range(prompt, prompt + ANNOTATORS)
                        .mapToObj(r -> tiers(r)[number])
                        .toList());
                clusters.add("" + prompt);
            }
        }
        return KrippendorffAlpha.estimate(ReliabilityData.ofUnits(units), clusters, Metric.ORDINAL, BOOTSTRAP);
    }

    /** Finds the mean τ-b of all 50 million pairs of judges. */
    @Benchmark
    public Object tauB() {
        return MeanTau.b(weak);
    }

    /** Finds the mean τ_x of all 50 million pairs of judges. */
    @Benchmark
    public Object tauX() {
        return MeanTau.x(weak);
    }

    /** Finds W of 10,000 judges. */
    @Benchmark
    public Object kendallW() {
        return KendallW.of(weak);
    }

    /** Finds Fleiss' κ of 9 answers, tiers taken for categories, with its interval. */
    @Benchmark
    public Object fleiss() {
        int[][] counts = new int[ANSWERS][ANSWERS];
        for (int r = 0; r < RANKINGS; r++) {
            int[] tiers = tiers(r);
            for (int answer = 0; answer < ANSWERS; answer++) {
                counts[answer][tiers[answer] - 1]++;
            }
        }
        return FleissKappa.estimate(counts, BOOTSTRAP);
    }

    /** Finds the weighted κ of two annotators, with its interval. */
    @Benchmark
    public Object cohen() {
        List<Integer> first = new ArrayList<>();
        List<Integer> second = new ArrayList<>();
        List<String> clusters = new ArrayList<>();
        for (int r = 0; r < RANKINGS; r += 2) {
            for (int answer = 0; answer < ANSWERS; answer++) {
                first.add(tiers(r)[answer]);
                second.add(tiers(r + 1)[answer]);
                clusters.add("" + r);
            }
        }
        return CohenKappa.estimate(first, second, clusters, CohenKappa.Weight.QUADRATIC, BOOTSTRAP);
    }

    /** Fits 360,000 pairs, errors included. */
    @Benchmark
    public Object bradleyTerry() {
        return BradleyTerry.fit(judged);
    }

    /** Fits the same by minorisation. */
    @Benchmark
    public Object bradleyTerryByMinorisation() {
        return BradleyTerry.fitByMinorisation(PairwiseTally.of(weak));
    }

    /** Fits 360,000 pairs with ties, errors included. */
    @Benchmark
    public Object davidson() {
        return Davidson.fit(judged);
    }

    /** Fits 10,000 rankings without ties by minorisation. */
    @Benchmark
    public Object plackettLuceByMinorisation() {
        return PlackettLuce.fitByMinorisation(strict);
    }

    /** Fits 10,000 rankings with ties, errors included. */
    @Benchmark
    public Object plackettLuceWithTies() {
        return PlackettLuce.fit(judged);
    }

    /** Finds the consensus of 10,000 judges. */
    @Benchmark
    public Object rankedPairs() {
        return RankedPairs.of(weak);
    }

    /** Finds the exact consensus of 10,000 judges. */
    @Benchmark
    public Object kemeny() {
        return Kemeny.of(weak);
    }

    /** Finds how reliable three annotators are, from 360,000 pairs, with intervals. */
    @Benchmark
    public Object reliability() {
        return AnnotatorReliability.of(labels);
    }

    /** Finds their confusion matrices. */
    @Benchmark
    public Object dawidSkene() {
        return DawidSkene.fit(labels);
    }

    /** Finds the accuracies of 30 annotators who follow the model, with intervals from the information. */
    @Benchmark
    public Object dawidSkeneAccuracies() {
        return DawidSkene.fit(modelled).map(fit -> fit.accuracies(Interval.USUAL_LEVEL));
    }

    /** Finds them again on each of 1000 resamples. */
    @Benchmark
    public Object dawidSkeneInterval() {
        return DawidSkene.fit(labels).map(fit -> fit.accuracy("annotator 0", BOOTSTRAP));
    }

    /** Finds the calibration error of 90,000 predictions, with its interval. */
    @Benchmark
    public Object calibrationError() {
        SplittableRandom random = new SplittableRandom(2);
        List<Prediction> predictions = new ArrayList<>();
        for (int r = 0; r < RANKINGS; r++) {
            for (int answer = 0; answer < ANSWERS; answer++) {
                double confidence = random.nextDouble();
                predictions.add(new Prediction("" + r, confidence, random.nextDouble() < confidence ? 1 : 0));
            }
        }
        return CalibrationError.of(predictions, 10, BOOTSTRAP).error();
    }

    /** Computes everything that {@code lichen data agreement} prints. */
    @Benchmark
    public Object report() {
        AgreementReport report = new AgreementReport(BOOTSTRAP);
        rankings.forEach(report::add);
        return report.agreements();
    }
}
