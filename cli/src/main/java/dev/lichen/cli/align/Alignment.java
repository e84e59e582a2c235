package dev.lichen.cli.align;

import dev.lichen.cli.evaluate.LineDescription;
import dev.lichen.cli.evaluate.LineReport;
import dev.lichen.cli.pipeline.LineConfig;
import dev.lichen.cli.pipeline.LineFolders;
import dev.lichen.cli.pipeline.Pipeline;
import dev.lichen.cli.pipeline.PipelineStage;
import dev.lichen.cli.stage.LineEnvironment;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.formats.Datasets;
import dev.lichen.evaluation.report.PreferenceSource;
import dev.lichen.ppo.PpoStage;
import dev.lichen.rewardmodel.RewardStage;
import dev.lichen.sft.SftStage;
import dev.lichen.training.Outcome;
import dev.lichen.training.StageEnvironment;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Runs the line on a model and rankings, or what is left of it. */
public final class Alignment {

    private static final List<String> NOT_MEASURED = List.of(
            "What people think of the new policy: no person has judged its answers.",
            "Abilities beside those that the rankings are about: knowledge, reasoning, code.",
            "Harmful requests beyond those among the held-out prompts.",
            "The spread over training seeds: this is one run.");

    private final AlignConfig config;
    private final LineFolders folders;
    private final LineEnvironment line;

    private Alignment(AlignConfig config, LineFolders folders, LineEnvironment line) {
        this.config = config;
        this.folders = folders;
        this.line = line;
    }

    /** Runs every stage that is not done yet in the line's folder. */
    public static Outcome run(AlignConfig config, LineFolders folders, LineEnvironment line) {
        config.requireRoom();
        AlignConfig inPlace = config.in(folders);
        LineConfig.keep(folders.root(), inPlace, AlignConfig.defaults());
        Pipeline pipeline = new Pipeline(folders.root(), line.stop(), line.clock(), line.display());
        return pipeline.run(new Alignment(inPlace, folders, line).stages());
    }

    private List<PipelineStage> stages() {
        return List.of(
                PipelineStage.whole("data", () -> AlignmentData.write(config.data(), folders)),
                new PipelineStage("sft", () -> SftStage.run(config.sft(), environment("sft"))),
                new PipelineStage("reward", () -> RewardStage.run(config.reward(), environment("reward", "sft"))),
                new PipelineStage("ppo", () -> PpoStage.run(config.ppo(), environment("ppo", "sft", "reward"))),
                PipelineStage.whole("evaluate", () -> report().evaluate()),
                PipelineStage.whole("report", () -> report().writePage()));
    }

    private StageEnvironment environment(String stage, String... parents) {
        List<Path> parentFolders = Stream.of(parents).map(folders::stage).toList();
        return line.of(stage, folders.stage(stage), parentFolders);
    }

    private LineReport report() {
        LineDescription description = new LineDescription(
                config.name(),
                List.of("sft", "reward", "ppo"),
                config.ppo().seed(),
                List.of(),
                preferences(),
                NOT_MEASURED);
        return new LineReport(folders, line, config.evaluation(), config, description);
    }

    private PreferenceSource preferences() {
        List<Ranking> rankings = Datasets.readRankings(folders.rankings()).records();
        List<String> annotators = rankings.stream()
                .map(ranking -> ranking.judgement().annotator())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        boolean simulated =
                !annotators.isEmpty() && annotators.stream().allMatch(name -> name.startsWith("simulated-"));
        String file = String.valueOf(config.data().rankings().getFileName());
        String who = simulated ? "simulated annotators" : "the people who ranked";
        return new PreferenceSource(who + " " + file, simulated, annotators.size(), rankings.size());
    }
}
