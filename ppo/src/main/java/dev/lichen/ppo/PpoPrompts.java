package dev.lichen.ppo;

import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.Place;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.formats.Datasets;
import dev.lichen.lm.rendering.ConversationRenderer;
import dev.lichen.lm.rendering.PromptTooLongException;
import dev.lichen.training.TrainingListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads and renders prompts.
 *
 * @param renderer turns conversations into tokens
 * @param maximumTokens the longest prompt
 * @param listener hears how many are left out
 */
record PpoPrompts(ConversationRenderer renderer, int maximumTokens, TrainingListener listener) {

    /** The prompts of a file that fit; there must be some. */
    List<PpoPrompt> read(Path file) {
        List<Prompt> all = Datasets.readPrompts(file).records();
        List<PpoPrompt> fitting =
                all.stream().map(this::render).flatMap(Optional::stream).toList();
        if (fitting.isEmpty()) {
            throw new DataFormatException(
                    "No usable prompt",
                    Place.of(file),
                    all.size() + " prompts whose last turn is longer than " + maximumTokens + " tokens",
                    "shorter ones, or a larger rollout.maximumPromptTokens");
        }
        if (fitting.size() < all.size()) {
            listener.onNotice("%s: %d prompts; %d are left out, whose last turn is longer than %d tokens"
                    .formatted(file, fitting.size(), all.size() - fitting.size(), maximumTokens));
        }
        return fitting;
    }

    private Optional<PpoPrompt> render(Prompt prompt) {
        try {
            return Optional.of(new PpoPrompt(prompt, renderer.renderPromptWithin(prompt.prompt(), maximumTokens)));
        } catch (PromptTooLongException tooLong) {
            return Optional.empty();
        }
    }
}
