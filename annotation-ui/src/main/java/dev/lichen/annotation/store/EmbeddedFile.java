package dev.lichen.annotation.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Writes the file of the embedded database at moments at which no transaction is under way.
 *
 * <p>Left to itself, H2 writes its tables one after the other while others change them, in a thread of its own, and
 * {@code checkpoint sync} returns before that thread has written. A process that is killed then leaves half a transaction:
 * an acknowledged row that is not there, or one that is locked for ever by nobody. So H2's own thread is put to sleep (the
 * URL's {@code WRITE_DELAY}), transactions share a lock, and one of those that ended takes the lock alone, writes what all
 * of them did, and forces it to the disk; the others that ended by then need not write again.
 */
final class EmbeddedFile {

    /** Pages that were written anew leave holes, which are closed once so many writes. */
    private static final int WRITES_BETWEEN_COMPACTIONS = 64;

    /** H2's own name of the mark in the header of a file that was closed. */
    private static final String CLEAN = "clean";

    private static final int LEAST_FILLED_PERCENT = 60;
    private static final int BYTES_MOVED_AT_ONCE = 4 << 20;

    private final HikariDataSource connections;
    private final Lock shared;
    private final Lock alone;
    private final Lock writing = new ReentrantLock(true);
    private final AtomicLong ended = new AtomicLong();
    private long written;
    private long writes;

    EmbeddedFile(HikariDataSource connections) {
        ReentrantReadWriteLock moment = new ReentrantReadWriteLock(true);
        this.connections = connections;
        this.shared = moment.readLock();
        this.alone = moment.writeLock();
    }

    /** Runs a transaction beside others; when it returns, what it did is on the disk. */
    <T extends @Nullable Object> T beside(Supplier<T> transaction) {
        return run(shared, transaction);
    }

    /** Runs a large transaction alone: memory may force H2 to write in the midst of it. */
    <T extends @Nullable Object> T alone(Supplier<T> transaction) {
        return run(alone, transaction);
    }

    private <T extends @Nullable Object> T run(Lock lock, Supplier<T> transaction) {
        T result;
        MVStore store;
        long number;
        lock.lock();
        try {
            store = store();
            result = transaction.get();
            number = ended.incrementAndGet();
        } finally {
            lock.unlock();
        }
        write(store, number);
        return result;
    }

    /** Writes what the transaction of a number and all that ended before it did, unless another thread has. */
    private void write(MVStore worked, long number) {
        writing.lock();
        try {
            MVStore store = store();
            if (store != worked) {
                throw new DataAccessResourceFailureException(
                        "The database's file could not be written, and was opened anew");
            }
            if (written < number) {
                long upTo = writeWhileNobodyWorks(store);
                store.sync();
                written = upTo;
            }
        } catch (MVStoreException e) {
            closeConnections();
            throw new DataAccessResourceFailureException("Cannot write the database's file: " + e.getMessage(), e);
        } finally {
            writing.unlock();
        }
    }

    private MVStore store() {
        MVStore store;
        try (Connection connection = connections.getConnection()) {
            store = store(connection);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The database's file does not open: " + e.getMessage(), e);
        }
        if (store.isClosed()) {
            closeConnections();
            throw new DataAccessResourceFailureException("The database's file is being opened anew");
        }
        return store;
    }

    /** After a write that failed, as on a full disk, H2 works no more until its last connection closes and a new one opens. */
    private void closeConnections() {
        connections.getHikariPoolMXBean().softEvictConnections();
    }

    private long writeWhileNobodyWorks(MVStore store) {
        alone.lock();
        try {
            write(store);
            if (++writes % WRITES_BETWEEN_COMPACTIONS == 0
                    && store.compact(LEAST_FILLED_PERCENT, BYTES_MOVED_AT_ONCE)) {
                write(store);
            }
            return ended.get();
        } finally {
            alone.unlock();
        }
    }

    /**
     * Writes what changed, and then, by a write of nothing, a header that names where it is. H2 writes its header before it
     * knows of the newest part of the file, and a start after a kill follows the header: what it does not name may be lost.
     * The mark of a clean end makes H2 write the header, which then does not bear the mark.
     */
    private static void write(MVStore store) {
        store.commit();
        awaitWritten(store);
        store.getStoreHeader().put(CLEAN, 1);
        store.setStoreVersion(store.getStoreVersion()); // a change that changes nothing
        store.commit();
        awaitWritten(store);
    }

    private static void awaitWritten(MVStore store) {
        store.executeFilestoreOperation(() -> {});
    }

    private static MVStore store(Connection connection) throws SQLException {
        SessionLocal session =
                (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }
}
