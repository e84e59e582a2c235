package dev.lichen.sft;

import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.Demonstration;
import dev.lichen.datasets.Place;
import dev.lichen.datasets.formats.Datasets;
import dev.lichen.datasets.split.Grouping;
import dev.lichen.datasets.split.Parts;
import dev.lichen.datasets.split.Splitter;
import dev.lichen.lm.checkpoint.ModelFolder;
import dev.lichen.lm.rendering.ConversationRenderer;
import dev.lichen.lm.tokenizer.HuggingFaceTokenizer;
import dev.lichen.lm.tokenizer.Tokenizer;
import dev.lichen.lm.transformer.CausalLanguageModel;
import dev.lichen.training.ContentHash;
import dev.lichen.training.Outcome;
import dev.lichen.training.RunDirectory;
import dev.lichen.training.StageEnvironment;
import dev.lichen.training.stage.StageLoop;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Fine-tunes a model on demonstrations: the entry of the stage {@code sft}. */
public final class SftStage {

    /** The stage's name in run folders. */
    public static final String NAME = "sft";

    private final SftConfig config;
    private final StageEnvironment environment;

    private SftStage(SftConfig config, StageEnvironment environment) {
        this.config = config;
        this.environment = environment;
    }

    /** Runs the stage; when it is done, the run folder holds the model. */
    public static Outcome run(SftConfig config, StageEnvironment environment) {
        SftStage stage = new SftStage(config, environment);
        try (RunDirectory run = environment.open(NAME, config, config.seed(), stage.hashes())) {
            return run.record(() -> stage.train(run));
        }
    }

    private Map<String, String> hashes() {
        Map<String, String> hashes = new TreeMap<>();
        hashes.put("model", ContentHash.of(config.model()));
        hashes.put("demonstrations", ContentHash.of(config.data().demonstrations()));
        if (config.data().validation() != null) {
            hashes.put("validation", ContentHash.of(config.data().validation()));
        }
        return hashes;
    }

    private Outcome train(RunDirectory run) {
        ModelFolder folder = ModelFolder.open(config.model());
        Parts<Demonstration> parts = demonstrations();
        try (Tokenizer tokenizer = HuggingFaceTokenizer.open(config.model());
                CausalLanguageModel model = CausalLanguageModel.load(config.model(), environment.compute())) {
            ConversationRenderer renderer = ConversationRenderer.of(tokenizer);
            renderer.notice().ifPresent(environment.display()::onNotice);
            ExampleRenderer examples = new ExampleRenderer(renderer, tokenizer, limit(model));
            LearningSet training = learn(parts.train(), examples);
            LearningSet validation = learn(parts.validation(), examples);
            Outcome outcome = training(run).train(model, training, validation);
            if (outcome == Outcome.DONE) {
                LanguageModelTraining.save(run, folder.huggingFaceConfig(), model, folder.companions());
            }
            return outcome;
        }
    }

    private LanguageModelTraining training(RunDirectory run) {
        StageLoop loop = new StageLoop(environment, run, config.run(), Map.of());
        return new LanguageModelTraining(config.seed(), config.epochs(), config.batch(), config.optimizer(), loop);
    }

    private Parts<Demonstration> demonstrations() {
        List<Demonstration> all =
                Datasets.readDemonstrations(config.data().demonstrations()).records();
        if (config.data().validation() != null) {
            List<Demonstration> heldOut =
                    Datasets.readDemonstrations(config.data().validation()).records();
            return new Parts<>(all, heldOut, List.of());
        }
        return new Splitter(0, config.data().validationFraction(), NAME, Grouping.PROMPT).split(all);
    }

    private int limit(CausalLanguageModel model) {
        return Math.min(config.data().maximumTokens(), model.config().maximumLength());
    }

    private LearningSet learn(List<Demonstration> demonstrations, ExampleRenderer examples) {
        int limit = examples.maximumTokens();
        LearningSet set = examples.conversations(
                demonstrations.stream().map(Demonstration::messages).toList());
        set.notice(limit).ifPresent(environment.display()::onNotice);
        if (set.size() == 0 && !demonstrations.isEmpty()) {
            throw new DataFormatException(
                    "Nothing to learn",
                    Place.of(config.data().demonstrations()),
                    "no assistant's turn within " + limit + " tokens",
                    "a larger data.maximumTokens");
        }
        return set;
    }
}
