package dev.lichen.cli.quickstart;

import dev.lichen.cli.evaluate.LineReport;
import dev.lichen.cli.model.LoadedModel;
import dev.lichen.cli.pipeline.LineFolders;
import dev.lichen.cli.pipeline.PipelineStage;
import dev.lichen.cli.stage.LineEnvironment;
import dev.lichen.cli.world.World;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.files.DataFiles;
import dev.lichen.datasets.formats.Datasets;
import dev.lichen.datasets.split.Parts;
import dev.lichen.datasets.split.Splitter;
import dev.lichen.lm.generation.SamplingConfig;
import dev.lichen.lm.rendering.ChatMl;
import dev.lichen.lm.tokenizer.BpeTrainer;
import dev.lichen.lm.tokenizer.HuggingFaceTokenizerFiles;
import dev.lichen.ppo.PpoStage;
import dev.lichen.rewardmodel.RewardStage;
import dev.lichen.sft.PretrainStage;
import dev.lichen.sft.SftStage;
import dev.lichen.training.RandomStreams;
import dev.lichen.training.StageEnvironment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lists what a quickstart does, in order, each stage reading what the ones before it wrote. */
final class QuickstartStages {

    private static final double HELD_OUT_RANKINGS = 0.15;

    private final QuickstartConfig config;
    private final LineFolders folders;
    private final LineEnvironment line;
    private final RandomStreams random;
    private final World world;

    QuickstartStages(QuickstartConfig config, LineFolders folders, LineEnvironment line) {
        this.config = config;
        this.folders = folders;
        this.line = line;
        this.random = new RandomStreams(config.seed());
        this.world = WorldData.world(random);
    }

    List<PipelineStage> all() {
        return List.of(
                PipelineStage.whole("world", () -> new WorldData(world, config.world(), random).write(folders)),
                PipelineStage.whole("tokenizer", this::trainTokenizer),
                new PipelineStage(
                        "pretrain", () -> PretrainStage.run(config.pretrain(), environment("pretrain", List.of()))),
                new PipelineStage("sft", () -> SftStage.run(config.sft(), environment("sft", List.of("pretrain")))),
                PipelineStage.whole("rankings", this::rank),
                new PipelineStage(
                        "reward", () -> RewardStage.run(config.reward(), environment("reward", List.of("sft")))),
                new PipelineStage(
                        "ppo", () -> PpoStage.run(config.ppo(), environment("ppo", List.of("sft", "reward")))),
                PipelineStage.whole("evaluate", () -> report().evaluate()),
                PipelineStage.whole("report", () -> report().writePage()));
    }

    private LineReport report() {
        return new LineReport(folders, line, config.evaluation(), config, QuickstartReport.description(config, world));
    }

    private StageEnvironment environment(String stage, List<String> parents) {
        List<Path> parentFolders = parents.stream().map(folders::stage).toList();
        return line.of(stage, folders.stage(stage), parentFolders);
    }

    private void trainTokenizer() {
        List<String> texts = new ArrayList<>(DataFiles.read(folders.text(), fields -> fields.text("text")));
        Datasets.readDemonstrations(folders.demonstrations()).records().stream()
                .flatMap(demonstration -> demonstration.messages().stream())
                .forEach(message -> texts.add(message.content()));
        var vocabulary = new BpeTrainer(ChatMl.CONTROL_TOKENS, config.world().vocabularySize()).train(texts);
        HuggingFaceTokenizerFiles.create(vocabulary, ChatMl.settings())
                .write(QuickstartFiles.make(folders.tokenizer()));
    }

    /** Ranks answers to the first training questions; some of the rankings are kept to measure the reward model. */
    private void rank() {
        List<Prompt> prompts = Datasets.readPrompts(folders.trainingPrompts()).records().stream()
                .limit(config.world().rankedPrompts())
                .toList();
        try (LoadedModel model = LoadedModel.open(folders.model("sft"), line.compute())) {
            SamplingConfig sampling =
                    SamplingConfig.ancestral(config.evaluation().maximumNewTokens());
            List<Ranking> rankings = new SimulatedRankings(world, model, sampling, random)
                    .rank(prompts, config.world().answers());
            Parts<Ranking> parts = Splitter.test(HELD_OUT_RANKINGS, "rankings").split(rankings);
            DataFiles.write(folders.rankings(), parts.train());
            DataFiles.write(folders.heldOutRankings(), parts.test());
        }
    }
}
