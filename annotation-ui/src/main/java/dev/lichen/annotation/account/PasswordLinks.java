package dev.lichen.annotation.account;

import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.EventKind;
import dev.lichen.annotation.store.Ledger;
import dev.lichen.annotation.store.Sha256;
import dev.lichen.annotation.store.Timestamps;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Lets people who forgot their password set another one: by a link, good once and for a day, which they get from somebody
 * who leads the installation, or from the terminal of the machine that it runs on.
 */
public final class PasswordLinks {

    private static final Duration VALID = Duration.ofDays(1);

    private final Database database;
    private final Ledger ledger;
    private final Accounts accounts;
    private final RandomGenerator random;

    /** Creates the maker of links; the random source must be cryptographically strong. */
    public PasswordLinks(Database database, Ledger ledger, Accounts accounts, RandomGenerator random) {
        this.database = database;
        this.ledger = ledger;
        this.accounts = accounts;
        this.random = random;
    }

    /**
     * Makes a link for a person and returns its token, which is shown once; links of before end.
     *
     * @param actor an administrator of the installation; an owner, if the person owns it
     * @throws AccountException if the account is not active
     */
    public String make(UUID actor, UUID user) {
        accounts.requireSayOver(actor, user);
        return written(actor, user);
    }

    /** Makes a link for whoever has the machine, and with it the store. */
    public String makeAtTerminal(UUID user) {
        return written(null, user);
    }

    /** Returns whether a token would set a password now. */
    public boolean isValid(String token) {
        return user(token, "").isPresent();
    }

    /**
     * Sets the password of the person whom a link is for; sessions and tokens end, and so does the link.
     *
     * @throws AccountException if the token is unknown, used or expired, the account not active, or the password too short or
     *     too long
     */
    public Account use(String token, String password) {
        NewAccount.requirePassword(password);
        return database.transaction(() -> {
            UUID user = user(token, " for update")
                    .orElseThrow(() -> new AccountException(
                            AccountRefusal.USED_PASSWORD_LINK,
                            "The link is not valid: expected one that is not used and not older than a day"));
            accounts.requireActive(user);
            accounts.setPassword(user, password);
            end(user);
            ledger.append(user, EventKind.ACCOUNT_CHANGED, "user/" + user, Map.of("password", "set by a link"));
            return accounts.find(user).orElseThrow();
        });
    }

    private String written(@Nullable UUID actor, UUID user) {
        String token = OneTimeCode.draw(random);
        database.inTransaction(() -> {
            accounts.requireActive(user);
            end(user);
            database.jdbc()
                    .sql("insert into password_link (token_sha256, user_id, expires_at) values (?, ?, ?)")
                    .params(
                            Sha256.of(token),
                            user,
                            Timestamps.column(ledger.now().plus(VALID)))
                    .update();
            ledger.append(actor, EventKind.ACCOUNT_CHANGED, "user/" + user, Map.of("password", "link made"));
        });
        return token;
    }

    private void end(UUID user) {
        database.jdbc()
                .sql("delete from password_link where user_id = ?")
                .param(user)
                .update();
    }

    private Optional<UUID> user(String token, String lock) {
        return database.jdbc()
                .sql("select user_id from password_link where token_sha256 = ? and expires_at > ?" + lock)
                .params(Sha256.of(token.strip()), Timestamps.column(ledger.now()))
                .query((row, n) -> row.getObject("user_id", UUID.class))
                .optional();
    }
}
