package dev.lichen.training;

import dev.lichen.lm.architecture.RotaryEmbedding;
import dev.lichen.lm.architecture.TransformerConfig;
import dev.lichen.lm.checkpoint.HuggingFaceConfig;
import dev.lichen.lm.checkpoint.ModelContents;
import dev.lichen.lm.checkpoint.ModelFolder;
import dev.lichen.lm.checkpoint.ModelKind;
import dev.lichen.lm.rendering.ChatMl;
import dev.lichen.lm.tokenizer.BpeTrainer;
import dev.lichen.lm.tokenizer.BytePairVocabulary;
import dev.lichen.lm.tokenizer.HuggingFaceTokenizerFiles;
import dev.lichen.lm.transformer.CausalLanguageModel;
import dev.lichen.lm.transformer.Compute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes model folders small enough for tests: a byte-level tokenizer, the ChatML template, two narrow layers. */
public final class TinyModelFolders {

    /** The longest sequence of these models. */
    public static final int MAXIMUM_LENGTH = 96;

    private static final BytePairVocabulary VOCABULARY =
            new BpeTrainer(ChatMl.CONTROL_TOKENS, ChatMl.CONTROL_TOKENS.size() + 256).train(List.of("no merges"));

    private TinyModelFolders() {}

    /** Writes a tokenizer without merges: a token a byte. */
    public static Path writeTokenizer(Path folder) throws IOException {
        Files.createDirectories(folder);
        HuggingFaceTokenizerFiles.create(VOCABULARY, ChatMl.settings()).write(folder);
        return folder;
    }

    /** Writes a language model of random weights with its tokenizer. */
    public static Path writeLanguageModel(Path folder, long seed) {
        TransformerConfig config = new TransformerConfig(
                VOCABULARY.size(), 32, 2, 4, 2, 8, 64, MAXIMUM_LENGTH, 1e-5, RotaryEmbedding.of(10_000), true);
        try (CausalLanguageModel model = CausalLanguageModel.initialise(config, Compute.reference(), seed)) {
            ModelContents contents = ModelContents.of(
                            HuggingFaceConfig.of(config),
                            ModelKind.LANGUAGE_MODEL,
                            model.parameters().source())
                    .with(HuggingFaceTokenizerFiles.create(VOCABULARY, ChatMl.settings())::write);
            return ModelFolder.write(folder, contents).path();
        }
    }
}
