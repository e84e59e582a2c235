package dev.lichen.cli.uncertainty;

import com.fasterxml.jackson.databind.node.DoubleNode;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.files.DataFiles;
import dev.lichen.datasets.formats.Datasets;
import dev.lichen.lm.rendering.ConversationRenderer;
import dev.lichen.lm.tokenizer.HuggingFaceTokenizer;
import dev.lichen.lm.tokenizer.MaskedTokens;
import dev.lichen.lm.tokenizer.TokenSequence;
import dev.lichen.rewardmodel.AnswerRenderer;
import dev.lichen.rewardmodel.OrderUncertainty;
import dev.lichen.rewardmodel.RewardModel;
import dev.lichen.training.ContentHash;
import dev.lichen.training.Metrics;
import dev.lichen.training.Outcome;
import dev.lichen.training.RunDirectory;
import dev.lichen.training.StageEnvironment;
import dev.lichen.training.Step;
import dev.lichen.training.TrainingListener;
import dev.lichen.training.TrainingListeners;
import dev.lichen.training.listener.JsonLinesMetrics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Scores the answers of items and writes each item with its {@linkplain OrderUncertainty uncertainty}, in bits; items that do
 * not fit into the model's context are left out, so that whoever reads the file knows nothing of them.
 */
public final class UncertaintyStage {

    /** The file in the run folder: the items, each with a field {@value #UNCERTAINTY}. */
    public static final String SCORED = "uncertainty.jsonl";

    /** The field of an item, in [0, 1]. */
    public static final String UNCERTAINTY = "uncertainty";

    private static final String STAGE = "uncertainty";
    private static final int ITEMS_AT_ONCE = 8;

    private final StageEnvironment environment;
    private final TrainingListener listener;
    private final RewardModel model;
    private final AnswerRenderer renderer;
    private final List<Ranking> items;
    private final List<Ranking> scored = new ArrayList<>();

    private UncertaintyStage(
            UncertaintyConfig config,
            StageEnvironment environment,
            RunDirectory run,
            RewardModel model,
            ConversationRenderer renderer) {
        this.environment = environment;
        this.listener = TrainingListeners.of(environment.display(), new JsonLinesMetrics(run.metricsFile()));
        this.model = model;
        this.renderer = new AnswerRenderer(renderer, model.maximumTokens());
        this.items = Datasets.readRankings(config.items()).records();
    }

    /** Scores every item and writes {@value #SCORED} into the run folder. */
    public static Outcome run(UncertaintyConfig config, StageEnvironment environment) {
        Map<String, String> hashes =
                Map.of("items", ContentHash.of(config.items()), "model", ContentHash.of(config.model()));
        try (RunDirectory run = environment.open(STAGE, config, 0, hashes);
                RewardModel model = RewardModel.open(config.model(), environment.compute());
                HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.open(config.model())) {
            ConversationRenderer renderer = ConversationRenderer.of(tokenizer);
            return run.record(
                    () -> new UncertaintyStage(config, environment, run, model, renderer).scoreAll(run.folder()));
        }
    }

    private Outcome scoreAll(Path folder) {
        long steps = Math.ceilDiv(items.size(), ITEMS_AT_ONCE);
        for (int from = 0; from < items.size(); from += ITEMS_AT_ONCE) {
            if (environment.stop().isRequested()) {
                listener.onEnd(Outcome.INTERRUPTED);
                return Outcome.INTERRUPTED;
            }
            Instant start = environment.clock().instant();
            double mean = score(items.subList(from, Math.min(items.size(), from + ITEMS_AT_ONCE)));
            Duration taken = Duration.between(start, environment.clock().instant());
            listener.onStep(new Step(from / ITEMS_AT_ONCE + 1L, steps, Metrics.of("uncertainty/bits", mean), taken));
        }
        DataFiles.write(folder.resolve(SCORED), scored);
        listener.onEnd(Outcome.DONE);
        return Outcome.DONE;
    }

    /** Scores some items and returns the mean of those that fit. */
    private double score(List<Ranking> some) {
        double sum = 0;
        int fitting = 0;
        for (Ranking item : some) {
            Optional<Double> bits = bits(item);
            if (bits.isPresent()) {
                scored.add(with(item, bits.get()));
                sum += bits.get();
                fitting++;
            }
        }
        return fitting == 0 ? 0 : sum / fitting;
    }

    private Optional<Double> bits(Ranking item) {
        List<String> answers = item.answers().stream().map(Answer::content).toList();
        return renderer.render(item.prompt(), answers).map(sequences -> {
            List<TokenSequence> tokens =
                    sequences.stream().map(MaskedTokens::tokens).toList();
            return OrderUncertainty.bits(model.score(tokens).stream()
                    .mapToDouble(score -> score / model.scoreScale())
                    .toArray());
        });
    }

    private static Ranking with(Ranking item, double bits) {
        return new Ranking(
                item.prompt(),
                item.answers(),
                item.tiers(),
                item.judgement(),
                item.attributes().withExtra(item.attributes().extra().with(UNCERTAINTY, DoubleNode.valueOf(bits))));
    }
}
