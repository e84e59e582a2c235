package dev.lichen.rewardmodel;

import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.split.Parts;
import dev.lichen.lm.architecture.TransformerConfig;
import dev.lichen.lm.checkpoint.ModelFolder;
import dev.lichen.lm.rendering.ConversationRenderer;
import dev.lichen.lm.tokenizer.HuggingFaceTokenizer;
import dev.lichen.lm.tokenizer.Tokenizer;
import dev.lichen.lm.transformer.Compute;
import dev.lichen.lm.transformer.ScalarModel;
import dev.lichen.training.AdamW;
import dev.lichen.training.BatchPlan;
import dev.lichen.training.ContentHash;
import dev.lichen.training.Outcome;
import dev.lichen.training.RandomStreams;
import dev.lichen.training.RunDirectory;
import dev.lichen.training.StageEnvironment;
import dev.lichen.training.TrainedWeights;
import dev.lichen.training.stage.StageLoop;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Trains a reward model on rankings: the entry of the stage {@code reward}. */
public final class RewardStage {

    /** The stage's name in run folders. */
    public static final String NAME = "reward";

    private static final String PART = "model";

    private final RewardConfig config;
    private final StageEnvironment environment;
    private final RandomStreams streams;
    private final RewardLoss loss;

    private RewardStage(RewardConfig config, StageEnvironment environment) {
        this.config = config;
        this.environment = environment;
        this.streams = new RandomStreams(config.seed());
        this.loss = config.objective().toLoss();
    }

    /** Runs the stage; when it is done, the run folder holds the normalised reward model. */
    public static Outcome run(RewardConfig config, StageEnvironment environment) {
        RewardStage stage = new RewardStage(config, environment);
        try (RunDirectory run = environment.open(NAME, config, config.seed(), stage.hashes())) {
            return run.record(() -> stage.train(run));
        }
    }

    /**
     * Evaluates a trained reward model on the rankings that its configuration holds out.
     *
     * @param config the configuration that it was trained with
     * @param rewardModel its folder
     * @param compute where to run it
     * @return nothing if no ranking is held out
     */
    public static Optional<RewardEvaluation> evaluate(RewardConfig config, Path rewardModel, Compute compute) {
        RewardStage stage = new RewardStage(config, StageEnvironment.quiet(rewardModel));
        try (Tokenizer tokenizer = HuggingFaceTokenizer.open(rewardModel);
                ScalarModel model = ScalarModel.loadFrozen(rewardModel, compute)) {
            RewardRankings rankings = stage.rankings(ConversationRenderer.of(tokenizer), model.config());
            return new RewardEvaluator(model, rankings.heldOut(rankings.read()), stage.streams).evaluate();
        }
    }

    private Map<String, String> hashes() {
        Map<String, String> hashes = new TreeMap<>();
        hashes.put("model", ContentHash.of(config.model()));
        hashes.put("rankings", ContentHash.of(config.data().rankings()));
        if (config.data().validation() != null) {
            hashes.put("validation", ContentHash.of(config.data().validation()));
        }
        if (config.data().demonstrations() != null) {
            hashes.put("demonstrations", ContentHash.of(config.data().demonstrations()));
        }
        return hashes;
    }

    private Outcome train(RunDirectory run) {
        ModelFolder origin = ModelFolder.open(config.model());
        environment.compute().requireRoomFor(origin, true);
        try (Tokenizer tokenizer = HuggingFaceTokenizer.open(config.model());
                ScalarModel model = ScalarModel.onBody(
                        origin.config(), environment.compute(), origin.weights(), streams.seed("head", 0, 0))) {
            ConversationRenderer renderer = ConversationRenderer.of(tokenizer);
            renderer.notice().ifPresent(environment.display()::onNotice);
            RewardModelWriter writer = new RewardModelWriter(origin, RenderingFingerprint.of(tokenizer, renderer));
            return train(run, model, rankings(renderer, origin.config()), writer);
        }
    }

    private RewardRankings rankings(ConversationRenderer renderer, TransformerConfig shape) {
        int limit = Math.min(config.data().maximumTokens(), shape.maximumLength());
        return new RewardRankings(config.data(), loss, new AnswerRenderer(renderer, limit));
    }

    private Outcome train(RunDirectory run, ScalarModel model, RewardRankings rankings, RewardModelWriter writer) {
        Parts<Ranking> parts = rankings.read();
        RewardEvaluator evaluator = new RewardEvaluator(model, rankings.heldOut(parts), streams);
        RewardExamples training = rankings.training(parts);
        environment.display().onNotice(training.describe(rankings.renderer().maximumTokens()));
        Outcome outcome = learn(run, model, training, evaluator);
        if (outcome == Outcome.DONE) {
            double[] scores = evaluator.demonstrationScores(rankings.demonstrations(), rankings.renderer());
            writer.write(run.modelFolder(), model, config.objective().normalisation(scores));
        }
        return outcome;
    }

    private Outcome learn(RunDirectory run, ScalarModel model, RewardExamples training, RewardEvaluator evaluator) {
        BatchPlan plan = new BatchPlan(training.tokens(), config.batch(), streams);
        long steps = (long) Math.ceil(config.epochs() * plan.batchesPerEpoch());
        try (AdamW adam = new AdamW(config.optimizer().adam(), model.parameters())) {
            RewardTrainer trainer = new RewardTrainer(
                    model, training.examples(), plan, loss, config.optimizer().gradientStep(adam, steps));
            return new StageLoop(environment, run, config.run(), Map.of())
                    .run(
                            steps,
                            List.of(new TrainedWeights(PART, model.parameters(), adam)),
                            stepsDone -> evaluator.metrics(),
                            listener -> trainer);
        }
    }
}
