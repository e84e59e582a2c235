package dev.lichen.cli.evaluate;

import dev.lichen.cli.model.LoadedModel;
import dev.lichen.cli.stage.Versions;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.formats.Datasets;
import dev.lichen.evaluation.RewardModelQuality;
import dev.lichen.evaluation.report.Evidence;
import dev.lichen.evaluation.report.PreferenceSource;
import dev.lichen.evaluation.report.Provenance;
import dev.lichen.evaluation.report.Report;
import dev.lichen.lm.transformer.Compute;
import dev.lichen.training.ContentHash;
import dev.lichen.training.config.Configs;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares any two models, outside a line of stages.
 *
 * @param candidate the new model's folder
 * @param baseline the folder of the model it is compared with
 * @param reward the folder of the reward model that judges
 * @param config how they are compared
 * @param compute device and number format
 */
public record ModelEvaluation(Path candidate, Path baseline, Path reward, EvaluationConfig config, Compute compute) {

    private static final List<String> NOT_MEASURED = List.of(
            "What people think: a reward model judged.",
            "How the models were trained: they were compared as they are.");

    /**
     * Compares the models.
     *
     * @param prompts held out from all training
     * @param rankings on which the reward model itself is measured; null to leave that out
     */
    public Report report(Path prompts, @Nullable Path rankings, Clock clock) {
        List<Prompt> asked = Datasets.readPrompts(prompts).records();
        try (LoadedModel after = LoadedModel.open(candidate, compute);
                LoadedModel before = LoadedModel.open(baseline, compute);
                RewardModelScorer scorer = RewardModelScorer.open(reward, compute)) {
            PolicyComparison comparison = PolicyComparison.hold(
                    new NamedModel("candidate", after), new NamedModel("baseline", before), asked, config);
            PolicyComparison.Verdict verdict = comparison.judge(scorer.judge());
            RewardModelQuality quality = rankings == null
                    ? null
                    : RewardModelQuality.of(
                            "reward model",
                            scorer.evaluate(Datasets.readRankings(rankings).records(), comparison.bootstrap()),
                            null);
            Evidence evidence = new Evidence(
                    new PreferenceSource("those that the reward model learned", false, 0, 0),
                    List.of(verdict.rates()),
                    comparison.movement(),
                    quality);
            return Report.of(
                    "Comparison of two models",
                    evidence,
                    List.of(),
                    verdict.samples(),
                    NOT_MEASURED,
                    provenance(prompts, clock));
        }
    }

    private Provenance provenance(Path prompts, Clock clock) {
        List<Provenance.Fact> facts = Versions.all().entrySet().stream()
                .map(entry -> new Provenance.Fact(entry.getKey(), entry.getValue()))
                .toList();
        List<Provenance.Artifact> artifacts = List.of(
                artifact("candidate", candidate),
                artifact("baseline", baseline),
                artifact("reward model", reward),
                artifact("prompts", prompts));
        return new Provenance(clock.instant().toString(), facts, artifacts, List.of(), Configs.write(config));
    }

    private static Provenance.Artifact artifact(String role, Path path) {
        return new Provenance.Artifact(role, String.valueOf(path.getFileName()), ContentHash.of(path));
    }

    /** Writes data and page of a report, and returns where the page is. */
    public static Path write(Path folder, Report report) {
        RunReport.writeData(folder, report);
        return RunReport.writePage(folder, report);
    }
}
