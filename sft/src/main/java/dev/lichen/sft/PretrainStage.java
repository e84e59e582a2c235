package dev.lichen.sft;

import dev.lichen.datasets.files.DataFiles;
import dev.lichen.lm.checkpoint.AtomicWrite;
import dev.lichen.lm.checkpoint.HuggingFaceConfig;
import dev.lichen.lm.checkpoint.ModelFolder;
import dev.lichen.lm.rendering.ConversationRenderer;
import dev.lichen.lm.tokenizer.HuggingFaceTokenizer;
import dev.lichen.lm.tokenizer.Tokenizer;
import dev.lichen.lm.transformer.CausalLanguageModel;
import dev.lichen.training.ContentHash;
import dev.lichen.training.Outcome;
import dev.lichen.training.RandomStreams;
import dev.lichen.training.RunDirectory;
import dev.lichen.training.StageEnvironment;
import dev.lichen.training.stage.StageLoop;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Trains a base model on text: the entry of the stage {@code pretrain}. */
public final class PretrainStage {

    /** The stage's name in run folders. */
    public static final String NAME = "pretrain";

    private final PretrainConfig config;
    private final StageEnvironment environment;

    private PretrainStage(PretrainConfig config, StageEnvironment environment) {
        this.config = config;
        this.environment = environment;
    }

    /** Runs the stage; when it is done, the run folder holds the model. */
    public static Outcome run(PretrainConfig config, StageEnvironment environment) {
        PretrainStage stage = new PretrainStage(config, environment);
        try (RunDirectory run = environment.open(NAME, config, config.seed(), stage.hashes())) {
            return run.record(() -> stage.train(run));
        }
    }

    private Map<String, String> hashes() {
        Map<String, String> hashes = new TreeMap<>();
        Path model = config.start().model();
        if (model == null) {
            hashes.put("tokenizer", ContentHash.of(config.start().tokenizer()));
        } else {
            hashes.put("model", ContentHash.of(model));
        }
        hashes.put("text", ContentHash.of(config.data().text()));
        if (config.data().validation() != null) {
            hashes.put("validation", ContentHash.of(config.data().validation()));
        }
        return hashes;
    }

    private Outcome train(RunDirectory run) {
        Path start = config.start().model();
        return start == null ? trainNew(run) : trainOn(run, start);
    }

    private Outcome trainNew(RunDirectory run) {
        try (Tokenizer tokenizer = HuggingFaceTokenizer.open(config.start().tokenizer());
                CausalLanguageModel model = CausalLanguageModel.initialise(
                        config.start().shape().transformer(tokenizer.vocabularySize()),
                        environment.compute(),
                        new RandomStreams(config.seed()).seed("weights", 0, 0))) {
            return train(run, tokenizer, model, HuggingFaceConfig.of(model.config()), tokenizer::save);
        }
    }

    private Outcome trainOn(RunDirectory run, Path start) {
        ModelFolder folder = ModelFolder.open(start);
        try (Tokenizer tokenizer = HuggingFaceTokenizer.open(start);
                CausalLanguageModel model = CausalLanguageModel.load(start, environment.compute())) {
            return train(run, tokenizer, model, folder.huggingFaceConfig(), folder.companions());
        }
    }

    private Outcome train(
            RunDirectory run,
            Tokenizer tokenizer,
            CausalLanguageModel model,
            HuggingFaceConfig files,
            AtomicWrite.PathWriter companions) {
        StageLoop loop = new StageLoop(environment, run, config.run(), Map.of());
        LanguageModelTraining training =
                new LanguageModelTraining(config.seed(), config.epochs(), config.batch(), config.optimizer(), loop);
        Outcome outcome = training.train(
                model,
                learn(config.data().text(), tokenizer, model),
                learn(config.data().validation(), tokenizer, model));
        if (outcome == Outcome.DONE) {
            LanguageModelTraining.save(run, files, model, companions);
        }
        return outcome;
    }

    private LearningSet learn(@Nullable Path file, Tokenizer tokenizer, CausalLanguageModel model) {
        int limit = Math.min(config.data().maximumTokens(), model.config().maximumLength());
        List<String> texts = file == null ? List.of() : DataFiles.read(file, fields -> fields.text("text"));
        return new ExampleRenderer(ConversationRenderer.of(tokenizer), tokenizer, limit).texts(texts);
    }
}
