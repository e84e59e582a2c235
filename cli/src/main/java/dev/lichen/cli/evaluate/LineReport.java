package dev.lichen.cli.evaluate;

import dev.lichen.cli.model.LoadedModel;
import dev.lichen.cli.pipeline.LineFolders;
import dev.lichen.cli.pipeline.StageManifest;
import dev.lichen.cli.stage.LineEnvironment;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.formats.Datasets;
import dev.lichen.evaluation.Judge;
import dev.lichen.evaluation.RewardModelQuality;
import dev.lichen.evaluation.WinRates;
import dev.lichen.evaluation.report.Evidence;
import dev.lichen.evaluation.report.Provenance;
import dev.lichen.evaluation.report.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Compares a line's last policy with its fine-tuned one on held-out prompts, and reports what was found. */
public final class LineReport {

    private static final String CANDIDATE = "ppo";
    private static final String BASELINE = "sft";
    private static final String REWARD = "reward";

    private final LineFolders folders;
    private final LineEnvironment line;
    private final EvaluationConfig evaluation;
    private final Record config;
    private final LineDescription description;

    /**
     * Prepares the report of a line.
     *
     * @param folders where its stages wrote
     * @param line where to compute
     * @param evaluation how the policies are compared
     * @param config the line's resolved configuration
     * @param description what else the report tells
     */
    public LineReport(
            LineFolders folders,
            LineEnvironment line,
            EvaluationConfig evaluation,
            Record config,
            LineDescription description) {
        this.folders = folders;
        this.line = line;
        this.evaluation = evaluation;
        this.config = config;
        this.description = description;
    }

    /** Measures everything and writes {@code report.json}. */
    public void evaluate() {
        List<Prompt> prompts = Datasets.readPrompts(folders.heldOutPrompts()).records();
        try (LoadedModel candidate = LoadedModel.open(folders.model(CANDIDATE), line.compute());
                LoadedModel baseline = LoadedModel.open(folders.model(BASELINE), line.compute());
                RewardModelScorer reward = RewardModelScorer.open(folders.model(REWARD), line.compute())) {
            PolicyComparison comparison = PolicyComparison.hold(
                    new NamedModel("PPO", candidate), new NamedModel("SFT", baseline), prompts, evaluation);
            RunReport.writeData(folders.root(), report(comparison, reward));
        }
    }

    private Report report(PolicyComparison comparison, RewardModelScorer reward) {
        List<PolicyComparison.Verdict> verdicts = new ArrayList<>();
        for (Judge judge : description.judges()) {
            verdicts.add(comparison.judge(judge));
        }
        verdicts.add(comparison.judge(reward.judge()));
        List<WinRates> rates =
                verdicts.stream().map(PolicyComparison.Verdict::rates).toList();
        List<Ranking> heldOut = Datasets.readRankings(folders.heldOutRankings()).records();
        Evidence evidence = new Evidence(
                description.preferences(),
                rates,
                comparison.movement(),
                RewardModelQuality.of("reward model", reward.evaluate(heldOut, comparison.bootstrap()), null));
        return new RunReport(description.title(), stages(), StageManifest.open(folders.root()), config, facts())
                .of(evidence, verdicts.getFirst().samples(), description.notMeasured(), line.clock());
    }

    private List<Provenance.Fact> facts() {
        return List.of(
                new Provenance.Fact("seed", Long.toString(description.seed())),
                new Provenance.Fact("evaluation seeds", evaluation.seeds().toString()),
                new Provenance.Fact("sampling temperature", Double.toString(evaluation.temperature())),
                new Provenance.Fact("device", line.compute().device().toString()),
                new Provenance.Fact("precision", line.compute().precision().toString()));
    }

    /** Writes the page, now that the time of every stage is known. */
    public void writePage() {
        List<StageManifest.Entry> entries = StageManifest.open(folders.root()).entries();
        Report report = RunReport.withTimes(RunReport.read(folders.root()), entries, stages());
        RunReport.writeData(folders.root(), report);
        RunReport.writePage(folders.root(), report);
    }

    private StageFolders stages() {
        SequencedMap<String, Path> stages = new LinkedHashMap<>();
        description.stages().forEach(stage -> stages.put(stage, folders.stage(stage)));
        return new StageFolders(stages);
    }
}
