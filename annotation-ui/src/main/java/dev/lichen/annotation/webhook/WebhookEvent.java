package dev.lichen.annotation.webhook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody can be told of. */
public enum WebhookEvent {
    /** An item has all its judgements. */
    ITEM_FINISHED,
    /** No item of the project waits for a judgement. */
    PROJECT_FINISHED,
    /** A training job of the project ended, well or not. */
    JOB_ENDED;

    /** Returns the name in messages, such as {@code item.finished}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    static Optional<WebhookEvent> of(String word) {
        return Arrays.stream(values())
                .filter(event -> event.word().equals(word))
                .findFirst();
    }
}
