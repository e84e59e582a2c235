package dev.lichen.cli.model;

import dev.lichen.datasets.Message;
import dev.lichen.lm.rendering.ConversationRenderer;
import dev.lichen.lm.rendering.PromptTooLongException;
import dev.lichen.lm.tokenizer.HuggingFaceTokenizer;
import dev.lichen.lm.tokenizer.Tokenizer;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens a model's tokenizer and chat template when they are first asked for; a model of ids alone needs neither. */
public final class ModelText implements AutoCloseable {

    private final Path folder;
    private final int vocabularySize;
    private @Nullable HuggingFaceTokenizer tokenizer;
    private @Nullable ConversationRenderer renderer;

    ModelText(Path folder, int vocabularySize) {
        this.folder = folder;
        this.vocabularySize = vocabularySize;
    }

    /** Returns the tokenizer, after a check that every id has a row in the model's embedding. */
    public Tokenizer tokenizer() {
        if (tokenizer == null) {
            HuggingFaceTokenizer opened = HuggingFaceTokenizer.open(folder);
            opened.requireFits(vocabularySize, folder.toString());
            tokenizer = opened;
        }
        return tokenizer;
    }

    /** Returns the renderer of the model's chat template. */
    public ConversationRenderer renderer() {
        if (renderer == null) {
            renderer = ConversationRenderer.of(tokenizer());
        }
        return renderer;
    }

    /** Returns whether a prompt fits into so many tokens, be it without its oldest turns. */
    public boolean fits(List<Message> prompt, int maximumTokens) {
        try {
            return renderer().renderPromptWithin(prompt, maximumTokens).size() <= maximumTokens;
        } catch (PromptTooLongException tooLong) {
            return false;
        }
    }

    @Override
    public void close() {
        if (tokenizer != null) {
            tokenizer.close();
        }
    }
}
