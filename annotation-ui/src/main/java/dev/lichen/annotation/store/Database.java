package dev.lichen.annotation.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An open database with its schema up to date: connections, statements and transactions.
 *
 * <p>Opening brings an older schema up to date. Safe for several threads.
 */
public final class Database implements AutoCloseable {

    /** H2's error code for a file that another process has open. */
    private static final int H2_IN_USE = 90020;

    private static final String NEWEST = "latest";
    private static final long CONNECTION_TIMEOUT_MILLISECONDS = 5_000;

    private final DatabaseSettings settings;
    private final HikariDataSource dataSource;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final @Nullable EmbeddedFile file;
    private final ThreadLocal<Boolean> silent = ThreadLocal.withInitial(() -> false);

    private Database(DatabaseSettings settings, HikariDataSource dataSource) {
        this.settings = settings;
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.file = settings.isFile() ? new EmbeddedFile(dataSource) : null;
    }

    /**
     * Opens a database and migrates its schema.
     *
     * @throws DatabaseException if it cannot be reached, or another process has its file open
     */
    public static Database open(DatabaseSettings settings) {
        return open(settings, NEWEST);
    }

    /** Opens a database and brings its schema to a version, which is not the newest only while a backup is restored. */
    static Database open(DatabaseSettings settings, String version) {
        HikariDataSource pool = pool(settings);
        try {
            migration(settings, pool, version).migrate();
            Database database = new Database(settings, pool);
            database.inTransaction(() -> {}); // the schema is on the disk too
            return database;
        } catch (FlywayException e) {
            pool.close();
            throw new DatabaseException("Cannot migrate " + settings.place() + ": " + firstLine(e), e);
        }
    }

    /** A time in which the database answers a thread nothing. */
    public interface Silence extends AutoCloseable {

        @Override
        void close();
    }

    /** Answers nothing that this thread asks until the result is closed, as if the database were away. */
    public Silence silence() {
        silent.set(true);
        return silent::remove;
    }

    /** Returns what runs single statements. */
    public JdbcClient jdbc() {
        requireAnswer();
        return jdbc;
    }

    /** Returns the pool of connections. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** Returns what was opened. */
    public DatabaseSettings settings() {
        return settings;
    }

    /**
     * Runs statements in one transaction, or in the one that is already open; an exception rolls it back. What a call
     * that began the transaction returns is on the disk. Every change is made in a transaction.
     */
    public <T extends @Nullable Object> T transaction(Supplier<T> work) {
        return file == null || isInTransaction() ? plain(work) : file.beside(() -> plain(work));
    }

    /**
     * Runs a large transaction, such as an import. In the embedded database others wait until it has ended; in PostgreSQL
     * it is one like any other.
     */
    public <T extends @Nullable Object> T largeTransaction(Supplier<T> work) {
        return file == null || isInTransaction() ? plain(work) : file.alone(() -> plain(work));
    }

    /** Runs statements without a result in one transaction. */
    public void inTransaction(Runnable work) {
        transaction(() -> {
            work.run();
            return true;
        });
    }

    private void requireAnswer() {
        if (silent.get()) {
            throw new DataAccessResourceFailureException("The database does not answer");
        }
    }

    private <T extends @Nullable Object> T plain(Supplier<T> work) {
        requireAnswer();
        try {
            return transactions.execute(status -> work.get());
        } catch (TransactionException gone) {
            throw new DataAccessResourceFailureException("The database does not answer", gone);
        }
    }

    private static boolean isInTransaction() {
        return TransactionSynchronizationManager.isActualTransactionActive();
    }

    @Override
    public void close() {
        dataSource.close();
    }

    /** Returns the version of the schema. */
    String schemaVersion() {
        MigrationInfo current = migration(settings, dataSource, NEWEST).info().current();
        return current == null ? "0" : current.getVersion().getVersion();
    }

    private static Flyway migration(DatabaseSettings settings, DataSource dataSource, String version) {
        String vendor = settings.isH2() ? "h2" : "postgresql";
        return Flyway.configure(Database.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor)
                .target(version)
                .load();
    }

    private static HikariDataSource pool(DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.url());
        if (!settings.user().isEmpty()) {
            config.setUsername(settings.user());
            config.setPassword(settings.password());
        }
        config.setMaximumPoolSize(settings.connections());
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLISECONDS);
        config.setPoolName("annotation");
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            throw refusal(settings, e);
        }
    }

    private static DatabaseException refusal(DatabaseSettings settings, HikariPool.PoolInitializationException e) {
        if (e.getCause() instanceof SQLException refused && refused.getErrorCode() == H2_IN_USE) {
            return new DatabaseInUseException(settings.place(), e);
        }
        return new DatabaseException("Cannot open " + settings.place() + ": " + firstLine(e), e);
    }

    private static String firstLine(RuntimeException e) {
        Throwable reason = e.getCause() == null ? e : e.getCause();
        String message = reason.getMessage();
        return message == null
                ? reason.getClass().getSimpleName()
                : message.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    }
}
