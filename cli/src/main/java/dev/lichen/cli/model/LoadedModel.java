package dev.lichen.cli.model;

import com.google.errorprone.annotations.MustBeClosed;
import dev.lichen.lm.checkpoint.CheckpointException;
import dev.lichen.lm.checkpoint.ModelFolder;
import dev.lichen.lm.checkpoint.ModelKind;
import dev.lichen.lm.transformer.CausalLanguageModel;
import dev.lichen.lm.transformer.Compute;
import java.nio.file.Path;

/** Holds a language model for use, and its tokenizer from the moment that someone asks for it. */
public final class LoadedModel implements AutoCloseable {

    private final CausalLanguageModel model;
    private final ModelText text;

    private LoadedModel(CausalLanguageModel model, ModelText text) {
        this.model = model;
        this.text = text;
    }

    /**
     * Loads a model folder.
     *
     * @throws CheckpointException if it is no folder of a language model, or does not fit into memory
     */
    @MustBeClosed
    @SuppressWarnings("MustBeClosedChecker") // close() closes the model
    public static LoadedModel open(Path path, Compute compute) {
        ModelFolder folder = ModelFolder.open(path);
        if (folder.kind() != ModelKind.LANGUAGE_MODEL) {
            throw new CheckpointException("%s: found a %s, expected a %s"
                    .formatted(path, folder.kind().code(), ModelKind.LANGUAGE_MODEL.code()));
        }
        CausalLanguageModel model = CausalLanguageModel.loadFrozen(path, compute);
        return new LoadedModel(model, new ModelText(path, folder.config().vocabularySize()));
    }

    /** Returns the model. */
    public CausalLanguageModel model() {
        return model;
    }

    /** Returns what turns text into the model's tokens and back. */
    public ModelText text() {
        return text;
    }

    @Override
    public void close() {
        text.close();
        model.close();
    }
}
