package dev.lichen.datasets.inspection;

import dev.lichen.datasets.duplicates.NearDuplicateSearch;
import dev.lichen.datasets.formats.ReadOptions;
import java.nio.file.Path;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Says what to find out about a file beyond what needs no help.
 *
 * @param tokens counts the tokens of a text as a model sees it; null to leave them out
 * @param against another file whose prompts are looked for; null for none
 * @param threshold the least similarity of near duplicates, in (0, 1]
 * @param reading how the file is read; the format of the other one is recognised
 */
public record Inspection(
        @Nullable ToIntFunction<String> tokens, @Nullable Path against, double threshold, ReadOptions reading) {

    /** Returns the inspection that needs no help. */
    public static Inspection plain() {
        return new Inspection(null, null, NearDuplicateSearch.DEFAULT_THRESHOLD, ReadOptions.usual());
    }
}
