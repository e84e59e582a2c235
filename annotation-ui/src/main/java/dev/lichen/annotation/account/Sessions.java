package dev.lichen.annotation.account;

import dev.lichen.annotation.store.Database;
import java.util.UUID;

/**
 * Knows which sessions are still good. All sessions of a person end when the password changes, when single sign-on takes the
 * account over, and when the person is locked out or erased: whoever else was in is out then.
 */
public final class Sessions {

    private static final String EPOCH = "coalesce((select epoch from session_epoch where user_id = app_user.id), 0)";

    private final Database database;

    /** Creates it over the database that counts the ends of sessions. */
    public Sessions(Database database) {
        this.database = database;
    }

    /** Returns what a session of a person carries that begins now. */
    public SignedIn begin(Account account) {
        int epoch = database.jdbc()
                .sql("select " + EPOCH + " from app_user where id = ?")
                .param(account.id())
                .query(Integer.class)
                .single();
        return new SignedIn(account, epoch);
    }

    /** Returns whether a session that began at an epoch goes on: none has been ended since, and the account is active. */
    public boolean isGood(UUID user, int epoch) {
        return database.jdbc()
                        .sql("select count(*) from app_user where id = ? and status = 'ACTIVE' and " + EPOCH + " = ?")
                        .params(user, epoch)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Ends all sessions of a person; in a transaction that has changed the person's account, which others then wait for. */
    void endAll(UUID user) {
        int known = database.jdbc()
                .sql("update session_epoch set epoch = epoch + 1 where user_id = ?")
                .param(user)
                .update();
        if (known == 0) {
            database.jdbc()
                    .sql("insert into session_epoch (user_id, epoch) values (?, 1)")
                    .param(user)
                    .update();
        }
    }
}
