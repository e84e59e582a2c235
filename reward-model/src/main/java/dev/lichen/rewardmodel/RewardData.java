package dev.lichen.rewardmodel;

import dev.lichen.datasets.split.Grouping;
import dev.lichen.training.config.Doc;
import dev.lichen.training.config.Require;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Sets what a reward model learns from.
 *
 * @param rankings a file of rankings, pairs among them
 * @param validation a file of held-out rankings; without it a share of the prompts is held out
 * @param validationFraction the share of prompts held out where there is no such file, in [0, 1)
 * @param grouping which prompts are held out together
 * @param demonstrations a file whose answers shall score 0 on average; without it, the best answers of the rankings
 * @param maximumTokens the longest prompt with answer; the oldest turns of a longer one are left out
 */
public record RewardData(
        @Doc("file of rankings, pairs among them") Path rankings,

        @Doc("file of held-out rankings; without it a share of the prompts is held out") @Nullable
        Path validation,

        @Doc("share of prompts held out where there is no validation file, in [0, 1)")
        double validationFraction,

        @Doc("which prompts are held out together: those that are alike, or those with the same first question")
        Grouping grouping,

        @Doc("file whose answers shall score 0 on average; without it, the best answers of the rankings") @Nullable
        Path demonstrations,

        @Doc("longest prompt with answer in tokens; the oldest turns of a longer one are left out")
        int maximumTokens) {

    public RewardData {
        Require.that(
                validationFraction >= 0 && validationFraction < 1,
                "validationFraction must be in [0, 1), was " + validationFraction);
        Require.atLeast("maximumTokens", maximumTokens, 2);
    }

    /** Returns a file in the folder {@code data}, a tenth of whose conversations are held out. */
    public static RewardData defaults() {
        return new RewardData(Path.of("data/rankings.jsonl"), null, 0.1, Grouping.OPENING, null, 1024);
    }
}
