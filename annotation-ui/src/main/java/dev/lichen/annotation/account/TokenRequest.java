package dev.lichen.annotation.account;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants a token for.
 *
 * @param name 1 to 200 characters
 * @param scopes at least one
 * @param project the only project it is good for; null for all
 * @param days how long it is valid, 1 to 365
 */
public record TokenRequest(
        String name, Set<TokenScope> scopes, @Nullable UUID project, int days) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DAYS = 365;

    public TokenRequest {
        name = name.strip();
        scopes = Set.copyOf(scopes);
        require(!name.isEmpty() && name.length() <= LONGEST_NAME, "name", "1 to " + LONGEST_NAME + " characters");
        require(!scopes.isEmpty(), "scopes", "at least one");
        require(days >= 1 && days <= LONGEST_DAYS, "lifetime", "1 to " + LONGEST_DAYS + " days");
    }

    private static void require(boolean holds, String what, String expected) {
        if (!holds) {
            throw new AccountException(AccountRefusal.BAD_TOKEN, "Bad " + what + " of a token: expected " + expected);
        }
    }
}
