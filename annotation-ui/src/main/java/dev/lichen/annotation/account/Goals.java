package dev.lichen.annotation.account;

import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.EventKind;
import dev.lichen.annotation.store.Ledger;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps how many judgements a day people want to make. A goal is for the person alone: no call gives somebody else's, and
 * the ledger says that it changed, not what it is.
 */
public final class Goals {

    /** The highest goal that can be set. */
    public static final int HIGHEST = 1_000;

    private final Database database;
    private final Ledger ledger;

    public Goals(Database database, Ledger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    /** Returns one's own goal, if one was set. */
    public Optional<Integer> of(UUID user) {
        return database.jdbc()
                .sql("select judgements from own_goal where user_id = ?")
                .param(user)
                .query(Integer.class)
                .optional();
    }

    /**
     * Sets one's own goal, in place of another one.
     *
     * @throws AccountException if it is not between 1 and {@link #HIGHEST}
     */
    public void set(UUID user, int judgements) {
        if (judgements < 1 || judgements > HIGHEST) {
            throw new AccountException(
                    AccountRefusal.BAD_GOAL, "Bad goal: found " + judgements + ", expected 1 to " + HIGHEST);
        }
        database.inTransaction(() -> {
            forget(user);
            database.jdbc()
                    .sql("insert into own_goal (user_id, judgements) values (?, ?)")
                    .params(user, judgements)
                    .update();
            note(user);
        });
    }

    /** Takes one's own goal away. */
    public void clear(UUID user) {
        database.inTransaction(() -> {
            forget(user);
            note(user);
        });
    }

    private void forget(UUID user) {
        database.jdbc()
                .sql("delete from own_goal where user_id = ?")
                .param(user)
                .update();
    }

    private void note(UUID user) {
        ledger.append(user, EventKind.ACCOUNT_CHANGED, "user/" + user, Map.of("changed", "goal"));
    }
}
