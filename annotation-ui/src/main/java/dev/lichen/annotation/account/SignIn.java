package dev.lichen.annotation.account;

import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;

/**
 * Checks logins and passwords, and makes guessing slow: after {@value #FREE_FAILURES} failures in a row each further one
 * closes the login for twice as long, from a second up to {@value #LONGEST_SECONDS} seconds.
 */
public final class SignIn {

    static final int FREE_FAILURES = 5;
    static final int LONGEST_SECONDS = 900;

    private final Database database;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Clock clock;

    public SignIn(Database database, Accounts accounts, Passwords passwords, Sessions sessions, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Returns the account, if login and password fit, it is active, and the login is not closed for too many failures;
     * which of these was wrong is not told. A password that is changed in that moment lets nobody in.
     */
    public Optional<SignedIn> authenticate(String login, String password) {
        String name = login.strip().toLowerCase(Locale.ROOT);
        if (isClosed(name)) {
            return Optional.empty();
        }
        Optional<SignedIn> found = accounts.find(name).map(sessions::begin);
        String hash = found.map(in -> accounts.passwordHash(in.account().id())).orElse("");
        boolean fits = passwords.matches(password, hash)
                && found.orElseThrow().account().status() == AccountStatus.ACTIVE;
        if (fits) {
            database.inTransaction(() -> forget(name));
            return found;
        }
        noteFailure(name);
        return Optional.empty();
    }

    /** Returns whether a login is closed for now, for too many failures. */
    public boolean isClosed(String login) {
        return database.jdbc()
                .sql("select failures, last_at from login_failure where login = ?")
                .param(login)
                .query((row, n) -> opens(row.getInt("failures"), Timestamps.read(row, "last_at")))
                .optional()
                .map(clock.instant()::isBefore)
                .orElse(false);
    }

    private static Instant opens(int failures, Instant last) {
        int doublings = Math.min(failures - FREE_FAILURES, Integer.SIZE - 2);
        Duration wait = doublings < 0 ? Duration.ZERO : Duration.ofSeconds(Math.min(LONGEST_SECONDS, 1L << doublings));
        return last.plus(wait);
    }

    private void forget(String login) {
        database.jdbc()
                .sql("delete from login_failure where login = ?")
                .param(login)
                .update();
    }

    private void noteFailure(String login) {
        String name = login.length() > 100 ? login.substring(0, 100) : login;
        int changed = database.transaction(() -> database.jdbc()
                .sql("update login_failure set failures = failures + 1, last_at = ? where login = ?")
                .params(Timestamps.column(clock.instant()), name)
                .update());
        if (changed == 0) {
            begin(name);
        }
    }

    private void begin(String name) {
        try {
            database.inTransaction(() -> database.jdbc()
                    .sql("insert into login_failure (login, failures, last_at) values (?, 1, ?)")
                    .params(name, Timestamps.column(clock.instant()))
                    .update());
        } catch (DuplicateKeyException e) {
            noteFailure(name); // another request began to count first
        }
    }
}
