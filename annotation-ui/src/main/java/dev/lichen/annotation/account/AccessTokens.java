package dev.lichen.annotation.account;

import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.EventKind;
import dev.lichen.annotation.store.Identifiers;
import dev.lichen.annotation.store.Ledger;
import dev.lichen.annotation.store.Sha256;
import dev.lichen.annotation.store.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes, checks and revokes the tokens with which programs act in a person's name.
 *
 * <p>A token carries 144 random bits and is stored as its SHA-256, so that the table gives nobody a token; a slow hash, as
 * passwords need, would add nothing to that many bits.
 */
public final class AccessTokens {

    /** How tokens begin, so that searches for leaked secrets find them. */
    public static final String PREFIX = "lichen_";

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final Database database;
    private final Ledger ledger;
    private final Identifiers identifiers;
    private final RandomGenerator random;

    /** Creates the store of tokens; the random source must be cryptographically strong. */
    public AccessTokens(Database database, Ledger ledger, Identifiers identifiers, RandomGenerator random) {
        this.database = database;
        this.ledger = ledger;
        this.identifiers = identifiers;
        this.random = random;
    }

    /** Makes a token for oneself and returns its text, which is shown once. */
    public String create(UUID user, TokenRequest wanted) {
        String text = PREFIX + OneTimeCode.draw(random);
        UUID id = identifiers.next();
        database.inTransaction(() -> {
            insert(id, user, wanted, Sha256.of(text));
            ledger.append(
                    user,
                    EventKind.TOKEN_CREATED,
                    "token/" + id,
                    Map.of("scopes", words(wanted.scopes()), "days", wanted.days()));
        });
        return text;
    }

    /** Returns one's own tokens, newest first, those that ended included. */
    public List<AccessToken> list(UUID user) {
        return database.jdbc()
                .sql("select * from api_token where user_id = ? order by created_at desc, id desc")
                .param(user)
                .query((row, n) -> read(row))
                .list();
    }

    /** Ends one's own token at once. */
    public void revoke(UUID user, UUID token) {
        database.inTransaction(() -> {
            int changed = database.jdbc()
                    .sql("update api_token set revoked_at = ? where id = ? and user_id = ? and revoked_at is null")
                    .params(Timestamps.column(ledger.now()), token, user)
                    .update();
            if (changed == 1) {
                ledger.append(user, EventKind.TOKEN_REVOKED, "token/" + token, Map.of());
            }
        });
    }

    /** Ends all tokens of a person, who may have lost them to somebody else. */
    void revokeAll(UUID user) {
        list(user).stream().filter(token -> token.isValid(ledger.now())).forEach(token -> revoke(user, token.id()));
    }

    /** Returns the token of a text, if it is valid and its owner's account active; notes that it was used. */
    public Optional<AccessToken> authenticate(String text) {
        Instant now = ledger.now();
        Optional<AccessToken> found = database.jdbc()
                .sql("select api_token.* from api_token join app_user on app_user.id = user_id"
                        + " where token_sha256 = ? and status = 'ACTIVE'")
                .param(Sha256.of(text))
                .query((row, n) -> read(row))
                .optional()
                .filter(token -> token.isValid(now));
        found.ifPresent(token -> noteUse(token, now));
        return found;
    }

    /** Returns whether a token's text could be one at all. */
    public static boolean isToken(String text) {
        return text.startsWith(PREFIX);
    }

    private void noteUse(AccessToken token, Instant now) {
        Instant last = token.lastUsedAt();
        if (last == null || last.plus(NOTED_EVERY).isBefore(now)) {
            database.inTransaction(() -> database.jdbc()
                    .sql("update api_token set last_used_at = ? where id = ?")
                    .params(Timestamps.column(now), token.id())
                    .update());
        }
    }

    private void insert(UUID id, UUID user, TokenRequest wanted, String hash) {
        Instant now = ledger.now();
        database.jdbc()
                .sql(
                        "insert into api_token (id, user_id, project_id, name, token_sha256, scopes, created_at, expires_at)"
                                + " values (:id, :user, :project, :name, :hash, :scopes, :now, :end)")
                .param("id", id)
                .param("user", user)
                .param("project", wanted.project())
                .param("name", wanted.name())
                .param("hash", hash)
                .param("scopes", words(wanted.scopes()))
                .param("now", Timestamps.column(now))
                .param("end", Timestamps.column(now.plus(Duration.ofDays(wanted.days()))))
                .update();
    }

    private static String words(Collection<TokenScope> scopes) {
        return scopes.stream().sorted().map(TokenScope::word).collect(Collectors.joining(" "));
    }

    private static Set<TokenScope> scopes(String words) {
        return Arrays.stream(words.split(" "))
                .flatMap(word -> TokenScope.of(word).stream())
                .collect(Collectors.toSet());
    }

    private static AccessToken read(ResultSet row) throws SQLException {
        return new AccessToken(
                row.getObject("id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getObject("project_id", UUID.class),
                row.getString("name"),
                scopes(row.getString("scopes")),
                Timestamps.read(row, "created_at"),
                Timestamps.read(row, "expires_at"),
                moment(row, "revoked_at"),
                moment(row, "last_used_at"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
