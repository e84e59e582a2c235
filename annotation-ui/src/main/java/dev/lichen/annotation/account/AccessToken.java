package dev.lichen.annotation.account;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program's token, without its secret, which is known to nobody but the program.
 *
 * @param id identifies it
 * @param user in whose name it acts
 * @param project the only project it is good for; null for all of its owner's
 * @param name what its owner calls it
 * @param scopes what it may be used for
 * @param createdAt when it was made
 * @param expiresAt when it ends
 * @param revokedAt when it was revoked; null if it was not
 * @param lastUsedAt when it was used last, to the minute; null if never
 */
public record AccessToken(
        UUID id,
        UUID user,
        @Nullable UUID project,
        String name,
        Set<TokenScope> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {

    public AccessToken {
        scopes = Set.copyOf(scopes);
    }

    /** Returns whether the token can be used at a moment. */
    public boolean isValid(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}
