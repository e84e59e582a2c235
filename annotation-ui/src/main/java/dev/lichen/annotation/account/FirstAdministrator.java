package dev.lichen.annotation.account;

import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.Sha256;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Makes the first account, which owns the installation, for whoever can read the terminal.
 *
 * <p>Whether there is no account yet, whether the code is right, and the new account are one transaction that locks the
 * code's row: two browsers cannot both become the first.
 */
public final class FirstAdministrator {

    private final Database database;
    private final Accounts accounts;
    private final Access access;
    private final RandomGenerator random;

    public FirstAdministrator(Database database, Accounts accounts, Access access, RandomGenerator random) {
        this.database = database;
        this.accounts = accounts;
        this.access = access;
        this.random = random;
    }

    /** Returns whether nobody has an account yet. */
    public boolean isMissing() {
        return database.jdbc()
                        .sql("select count(*) from app_user")
                        .query(Long.class)
                        .single()
                == 0;
    }

    /** Draws a new code, to be printed to the terminal, in place of the last one; nothing once there is an account. */
    public Optional<String> newCode() {
        return database.transaction(() -> {
            lockedHash();
            if (!isMissing()) {
                return Optional.empty();
            }
            String code = OneTimeCode.draw(random);
            keep(Sha256.of(code));
            return Optional.of(code);
        });
    }

    /**
     * Makes the first account, owner of the installation.
     *
     * @throws AccountException if the code is wrong or used, or there is an account already
     */
    public Account create(String code, NewAccount wanted) {
        return database.transaction(() -> {
            Optional<String> expected = lockedHash();
            if (!isMissing() || expected.isEmpty() || !expected.get().equals(Sha256.of(code.strip()))) {
                throw new AccountException(
                        AccountRefusal.WRONG_CODE,
                        "Wrong code: expected the one that the terminal shows, before its first use");
            }
            keep(null);
            Account account = accounts.create(wanted);
            access.add(account.id(), account.id(), Access.EVERYWHERE, Role.OWNER);
            return account;
        });
    }

    private Optional<String> lockedHash() {
        return database.jdbc()
                .sql("select coalesce(code_sha256, '') from setup_code where id = 1 for update")
                .query(String.class)
                .optional()
                .filter(hash -> !hash.isEmpty());
    }

    private void keep(@Nullable String hash) {
        database.jdbc()
                .sql("update setup_code set code_sha256 = :hash where id = 1")
                .param("hash", hash)
                .update();
    }
}
