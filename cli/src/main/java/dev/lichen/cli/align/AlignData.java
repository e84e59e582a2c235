package dev.lichen.cli.align;

import dev.lichen.datasets.split.Grouping;
import dev.lichen.training.config.Doc;
import dev.lichen.training.config.Require;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Sets what people wrote and ranked.
 *
 * @param rankings a file of rankings, pairs among them
 * @param demonstrations a file to imitate; without it, the best answers of the rankings
 * @param maximumRankings how many of the rankings are used; 0 for all
 * @param testFraction the share of the prompts that is kept for the evaluation
 * @param grouping which prompts stay together
 * @param seed chooses the rankings, if not all are used
 */
public record AlignData(
        @Doc("file of rankings, pairs among them") Path rankings,

        @Doc("file of demonstrations; without it, the best answers of the rankings") @Nullable
        Path demonstrations,

        @Doc("how many of the rankings are used, chosen by chance; 0 for all")
        int maximumRankings,

        @Doc("share of the prompts that is kept for the evaluation, in (0, 1)")
        double testFraction,

        @Doc("which prompts stay together: those that are alike, or those with the same first question")
        Grouping grouping,

        @Doc("seed of the choice of rankings") long seed) {

    public AlignData {
        Require.notNegative("maximumRankings", maximumRankings);
        Require.that(testFraction > 0 && testFraction < 1, "testFraction must be in (0, 1), was " + testFraction);
    }

    /** Returns all rankings of a file in the folder {@code data}, a tenth of whose conversations are held out. */
    public static AlignData defaults() {
        return new AlignData(Path.of("data/rankings.jsonl"), null, 0, 0.1, Grouping.OPENING, 1);
    }
}
