package dev.lichen.sft;

import dev.lichen.training.config.Doc;
import dev.lichen.training.config.Require;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Sets what fine-tuning learns from.
 *
 * @param demonstrations a file of demonstrations, or of rankings whose best answers are imitated
 * @param validation a file of held-out demonstrations; without it a share of the prompts is held out
 * @param validationFraction the share of prompts held out where there is no such file, in [0, 1)
 * @param maximumTokens the longest conversation; a longer one loses its end
 */
public record SftData(
        @Doc("file of demonstrations, or of rankings whose best answers are imitated")
        Path demonstrations,

        @Doc("file of held-out demonstrations; without it a share of the prompts is held out") @Nullable
        Path validation,

        @Doc("share of prompts held out where there is no validation file, in [0, 1)")
        double validationFraction,

        @Doc("longest conversation in tokens; a longer one loses its end")
        int maximumTokens) {

    public SftData {
        Require.that(
                validationFraction >= 0 && validationFraction < 1,
                "validationFraction must be in [0, 1), was " + validationFraction);
        Require.atLeast("maximumTokens", maximumTokens, 2);
    }

    /** Returns a file in the folder {@code data}, 5 % of whose prompts are held out, cut at 1024 tokens. */
    public static SftData defaults() {
        return new SftData(Path.of("data/demonstrations.jsonl"), null, 0.05, 1024);
    }
}
