package dev.lichen.cli.evaluate;

import dev.lichen.cli.model.LoadedModel;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.statistics.ClusterBootstrap;
import dev.lichen.evaluation.Comparison;
import dev.lichen.evaluation.Contest;
import dev.lichen.evaluation.FreshSamples;
import dev.lichen.evaluation.Histogram;
import dev.lichen.evaluation.Judge;
import dev.lichen.evaluation.ModelPolicy;
import dev.lichen.evaluation.PolicyMeasurements;
import dev.lichen.evaluation.PolicyMovement;
import dev.lichen.evaluation.SampleMeasurement;
import dev.lichen.evaluation.WinRateEvaluation;
import dev.lichen.evaluation.WinRates;
import dev.lichen.evaluation.report.SampleGroup;
import dev.lichen.evaluation.report.SampleSelection;
import dev.lichen.lm.generation.Generator;
import java.util.List;

/** Lets a policy and the one it began as answer the same prompts, and finds out what changed. */
public final class PolicyComparison {

    private static final long BOOTSTRAP_SEED = 20;
    private static final int LENGTH_BINS = 20;

    private final Contender candidate;
    private final Contender baseline;
    private final EvaluationConfig config;
    private final List<Contest> contests;
    private final ClusterBootstrap bootstrap = ClusterBootstrap.of(BOOTSTRAP_SEED);

    /** A model and what the report calls it. */
    private record Contender(LoadedModel model, ModelPolicy policy) {}

    private PolicyComparison(Contender candidate, Contender baseline, EvaluationConfig config, List<Contest> contests) {
        this.candidate = candidate;
        this.baseline = baseline;
        this.config = config;
        this.contests = contests;
    }

    /**
     * Has both models answer the prompts.
     *
     * @param candidate the new policy
     * @param baseline the policy that it began as
     * @param prompts held out from all training; the first ones are used, as many as the configuration says
     * @throws dev.lichen.training.config.ConfigException if the longest answer leaves no room for any prompt
     */
    public static PolicyComparison hold(
            NamedModel candidate, NamedModel baseline, List<Prompt> prompts, EvaluationConfig config) {
        Contender after = contender(candidate, config);
        Contender before = contender(baseline, config);
        List<Prompt> asked = prompts.stream()
                .filter(prompt -> fits(prompt, baseline.model(), config))
                .limit(config.prompts())
                .toList();
        List<Contest> contests = Contest.hold(after.policy(), before.policy(), asked, config.seeds());
        return new PolicyComparison(after, before, config, contests);
    }

    private static boolean fits(Prompt prompt, LoadedModel model, EvaluationConfig config) {
        int room = model.model().config().maximumLength() - config.maximumNewTokens();
        return model.text().fits(prompt.prompt(), room);
    }

    private static Contender contender(NamedModel named, EvaluationConfig config) {
        LoadedModel model = named.model();
        config.requireRoom("", "model " + named.name(), model.model().config().maximumLength());
        var speech = new ModelPolicy.Speech(
                model.text().tokenizer(),
                model.text().renderer(),
                model.model().config().maximumLength());
        return new Contender(
                model, new ModelPolicy(named.name(), new Generator(model.model()), speech, config.sampling()));
    }

    /** Lets a judge decide. */
    public Verdict judge(Judge judge) {
        WinRateEvaluation evaluation = new WinRateEvaluation(judge, bootstrap);
        List<Comparison> comparisons = evaluation.judge(contests);
        WinRates rates = evaluation.rates(name(candidate), name(baseline), comparisons);
        List<SampleGroup> samples =
                new SampleSelection(name(candidate), name(baseline), config.samples()).choose(comparisons);
        return new Verdict(rates, samples);
    }

    /** Measures how far the candidate moved from the baseline, on the answers that were judged. */
    public PolicyMovement movement() {
        List<SampleMeasurement> before = measure(baseline);
        List<SampleMeasurement> after = measure(candidate);
        return new PolicyMovement(
                PolicyMeasurements.ofReference(name(baseline), before, bootstrap),
                PolicyMeasurements.of(name(candidate), after, bootstrap),
                Histogram.ofLengths(
                        "tokens an answer",
                        List.of(name(baseline), name(candidate)),
                        List.of(lengths(before), lengths(after)),
                        LENGTH_BINS));
    }

    /** Returns the resampling that intervals come from. */
    public ClusterBootstrap bootstrap() {
        return bootstrap;
    }

    private List<SampleMeasurement> measure(Contender contender) {
        return new FreshSamples(contender.model().model(), baseline.model().model(), config.temperature())
                .measure(contender.policy().sampled());
    }

    private static List<Integer> lengths(List<SampleMeasurement> samples) {
        return samples.stream().map(sample -> sample.tokens().size()).toList();
    }

    private static String name(Contender contender) {
        return contender.policy().name();
    }

    /**
     * What one judge says.
     *
     * @param rates the candidate's win rates
     * @param samples comparisons to show
     */
    public record Verdict(WinRates rates, List<SampleGroup> samples) {

        public Verdict {
            samples = List.copyOf(samples);
        }
    }
}
