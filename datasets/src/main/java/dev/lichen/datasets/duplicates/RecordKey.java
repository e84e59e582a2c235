package dev.lichen.datasets.duplicates;

import dev.lichen.datasets.Contents;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Role;
import dev.lichen.datasets.split.PromptKey;
import java.util.ArrayList;
import java.util.List;

/**
 * Names what a record says by 64 bits of a hash, the same for texts that differ only in Unicode form or white space.
 *
 * <p>Two rankings of the same answers are the same only if order and annotator are. 64 bits make one false alarm in a
 * billion records as likely as 3 in 100.
 */
public final class RecordKey {

    private static final int DIGITS = 16;

    private RecordKey() {}

    /** Returns the key of a whole record. */
    public static long of(JsonRecord jsonRecord) {
        List<Message> said = new ArrayList<>(Contents.of(jsonRecord).prompt());
        for (Passage passage : Passages.whole(jsonRecord)) {
            said.add(new Message(Role.ASSISTANT, passage.place()));
            said.add(new Message(Role.ASSISTANT, passage.text()));
        }
        return of(said);
    }

    /** Returns the key of a record's prompt. */
    public static long ofPrompt(JsonRecord jsonRecord) {
        return of(Contents.of(jsonRecord).prompt());
    }

    private static long of(List<Message> messages) {
        return Long.parseUnsignedLong(PromptKey.of(messages).substring(0, DIGITS), 16);
    }
}
