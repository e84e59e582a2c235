package dev.lichen.annotation.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second app away from a database, for as long as this one serves it: both would start jobs and send messages, and
 * take each other's jobs for dead. Commands that read, write or back it up may come beside it.
 *
 * <p>H2 lets one process open its file. PostgreSQL has a lock for whoever asks, which ends with the connection that took it,
 * however the process ends.
 */
public final class DatabaseClaim implements AutoCloseable {

    /** "lichen" in ASCII; the lock is one of this database and no other. */
    private static final long LOCK = 0x6c_69_63_68_65_6eL;

    /** A killed app's connection is noticed within moments. */
    private static final int ATTEMPTS = 30;

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int SECONDS_TO_ANSWER = 2;

    private final DatabaseSettings settings;
    private @Nullable Connection connection;

    private DatabaseClaim(DatabaseSettings settings) {
        this.settings = settings;
    }

    /**
     * Claims a database.
     *
     * @throws DatabaseInUseException if another app serves it
     */
    public static DatabaseClaim of(Database database) {
        DatabaseClaim claim = new DatabaseClaim(database.settings());
        claim.renew();
        return claim;
    }

    /**
     * Claims the database again if the connection that claimed it is gone, as after a restart of the server.
     *
     * @throws DatabaseInUseException if another app claimed it meanwhile
     */
    public synchronized void renew() {
        try {
            if (!settings.isH2() && !holds()) {
                connection = locked();
            }
        } catch (SQLException e) {
            throw new DatabaseException("Cannot claim " + settings.place(), e);
        }
    }

    private boolean holds() throws SQLException {
        Connection mine = connection;
        return mine != null && mine.isValid(SECONDS_TO_ANSWER);
    }

    private Connection locked() throws SQLException {
        Connection fresh = DriverManager.getConnection(settings.url(), credentials());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (tryLock(fresh)) {
                return fresh;
            }
            sleep();
        }
        fresh.close();
        throw new DatabaseInUseException(settings.place(), null);
    }

    private Properties credentials() {
        Properties credentials = new Properties();
        if (!settings.user().isEmpty()) {
            credentials.setProperty("user", settings.user());
            credentials.setProperty("password", settings.password());
        }
        return credentials;
    }

    private static boolean tryLock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            throw new DatabaseException("Cannot leave " + settings.place(), e);
        }
    }
}
