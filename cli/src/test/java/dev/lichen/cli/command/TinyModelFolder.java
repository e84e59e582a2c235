package dev.lichen.cli.command;

import dev.lichen.lm.architecture.RotaryEmbedding;
import dev.lichen.lm.architecture.TransformerConfig;
import dev.lichen.lm.checkpoint.HuggingFaceConfig;
import dev.lichen.lm.checkpoint.ModelContents;
import dev.lichen.lm.checkpoint.ModelFolder;
import dev.lichen.lm.checkpoint.ModelKind;
import dev.lichen.lm.rendering.ChatMl;
import dev.lichen.lm.tokenizer.BpeTrainer;
import dev.lichen.lm.tokenizer.HuggingFaceTokenizer;
import dev.lichen.lm.tokenizer.HuggingFaceTokenizerFiles;
import dev.lichen.lm.transformer.CausalLanguageModel;
import dev.lichen.lm.transformer.Compute;
import java.nio.file.Path;
import java.util.List;

/** Writes a model folder small enough for tests: bytes as tokens, two layers, a context of 96 tokens. */
final class TinyModelFolder {

    static final int CONTEXT = 96;
    private static final int TOKENS = 259;

    private TinyModelFolder() {}

    static Path write(Path folder, long seed) {
        return write(folder, seed, CONTEXT);
    }

    static Path write(Path folder, long seed, int context) {
        TransformerConfig config =
                new TransformerConfig(TOKENS, 32, 2, 4, 2, 8, 48, context, 1e-6, RotaryEmbedding.of(10_000), true);
        var vocabulary = new BpeTrainer(ChatMl.CONTROL_TOKENS, TOKENS).train(List.of());
        var files = HuggingFaceTokenizerFiles.create(vocabulary, ChatMl.settings());
        try (var model = CausalLanguageModel.initialise(config, Compute.reference(), seed);
                var tokenizer = HuggingFaceTokenizer.of(files)) {
            var contents = ModelContents.of(
                    HuggingFaceConfig.of(config),
                    ModelKind.LANGUAGE_MODEL,
                    model.parameters().source());
            ModelFolder.write(folder, contents.with(tokenizer::save));
        }
        return folder;
    }
}
