package dev.lichen.datasets.inspection;

import dev.lichen.datasets.Message;
import dev.lichen.datasets.split.PromptKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Counts repetitions by 64 bits of a hash: 8 bytes a record, and one false alarm in a billion records. */
final class DuplicateCounter {

    private static final int DIGITS = 16;

    private final Set<Long> records = new HashSet<>();
    private final Set<Long> prompts = new HashSet<>();
    private long repeatedRecords;
    private long repeatedPrompts;

    void add(Contents contents) {
        List<Message> whole = new ArrayList<>(contents.prompt());
        contents.answers().forEach(answer -> whole.add(Message.assistant(answer)));
        repeatedRecords += records.add(key(whole)) ? 0 : 1;
        repeatedPrompts += prompts.add(key(contents.prompt())) ? 0 : 1;
    }

    DatasetSummary.Duplicates result() {
        return new DatasetSummary.Duplicates(repeatedRecords, repeatedPrompts);
    }

    private static long key(List<Message> messages) {
        return Long.parseUnsignedLong(PromptKey.of(messages).substring(0, DIGITS), 16);
    }
}
