package dev.lichen.annotation.quality;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lead's question to an annotator about a pattern in their work.
 *
 * @param id identifies it
 * @param user who was asked
 * @param pseudonym how the board names them
 * @param pattern what about
 * @param share the share of items that followed it at the time
 * @param n how many items told
 * @param askedAt when
 * @param words what they answered; null if they have not, or were erased
 */
public record Inquiry(
        UUID id,
        UUID user,
        String pseudonym,
        Pattern pattern,
        double share,
        long n,
        Instant askedAt,
        @Nullable String words) {

    /** Returns what was answered, if anything was. */
    public Optional<String> answer() {
        return Optional.ofNullable(words);
    }
}
