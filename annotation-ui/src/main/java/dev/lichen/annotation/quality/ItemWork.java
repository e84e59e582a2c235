package dev.lichen.annotation.quality;

import dev.lichen.annotation.project.StoredItem;
import dev.lichen.annotation.queue.Purpose;
import dev.lichen.datasets.split.PromptKey;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that people said of one item.
 *
 * @param item what was judged
 * @param prompt the key of its prompt, by which figures resample
 * @param judged who said what, in the order in which it was said
 */
record ItemWork(StoredItem item, String prompt, List<JudgedItem> judged) {

    ItemWork {
        judged = List.copyOf(judged);
    }

    ItemWork(StoredItem item, List<JudgedItem> judged) {
        this(item, PromptKey.of(item.prompt()), judged);
    }

    /** Returns the rankings that were given for a purpose. */
    Stream<JudgedItem> ranked(Purpose purpose) {
        return judged.stream().filter(one -> one.isRanked() && one.purpose() == purpose);
    }
}
