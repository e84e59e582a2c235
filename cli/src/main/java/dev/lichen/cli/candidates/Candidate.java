package dev.lichen.cli.candidates;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.ExtraFields;
import dev.lichen.lm.generation.FinishReason;
import java.util.Locale;

/**
 * One answer with its origin.
 *
 * @param text what the model said
 * @param tokens how many tokens it said
 * @param seed of its random numbers
 * @param finish how it ended
 */
record Candidate(String text, int tokens, long seed, FinishReason finish) {

    /** Returns the answer as it stands in the file; nothing of its origin reaches an annotator's page. */
    Answer answer(Origin origin) {
        ObjectNode generation = origin.toJson();
        generation.put("seed", seed);
        generation.put("completion_tokens", tokens);
        generation.put("finish_reason", finish.name().toLowerCase(Locale.ROOT));
        ObjectNode extra = JsonNodeFactory.instance.objectNode();
        extra.set("generation", generation);
        return new Answer(text, origin.model(), ExtraFields.of(extra));
    }
}
