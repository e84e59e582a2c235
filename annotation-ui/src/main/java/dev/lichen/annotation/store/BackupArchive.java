package dev.lichen.annotation.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.FileAccessException;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * A backup: a zip with one file of JSON lines a table, all as of one moment, while the app goes on working.
 *
 * <p>It holds everything, passwords' hashes and the keys of free text included, so it is to be kept as safely as the
 * database. It restores into an empty database of either kind, so it also moves an installation from H2 to PostgreSQL. A
 * person who is erased later is still in it: replace old backups after an erasure.
 */
public final class BackupArchive {

    private static final String MANIFEST = "manifest.json";
    private static final int FETCHED_AT_ONCE = 1000;

    /** H2's own level: all statements of a transaction see the same moment. */
    private static final int H2_SNAPSHOT = 6;

    private BackupArchive() {}

    /** Writes a backup in place of a file; a failure leaves the file as it was. */
    public static void write(Database database, Path target) {
        write(database, target, rows -> {});
    }

    /** Writes a backup, and tells how many rows are written. */
    public static void write(Database database, Path target, LongConsumer progress) {
        Path partial = target.toAbsolutePath().resolveSibling("." + target.getFileName() + ".partial");
        try {
            Files.createDirectories(partial.getParent());
            writeSnapshot(database, partial, new Rows(progress));
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new FileAccessException("write", target, e);
        } catch (SQLException e) {
            throw new UncategorizedSQLException("backup", null, e);
        }
    }

    /**
     * Restores a backup into an empty database and brings its schema up to date.
     *
     * @throws DatabaseException if the database is not empty, the file is no backup, or its chain does not hold
     */
    public static LedgerVerification.Result restore(Path archive, DatabaseSettings settings) {
        try (ZipFile zip = new ZipFile(archive.toFile(), StandardCharsets.UTF_8)) {
            String version = manifest(zip, archive).path("schema").asText();
            try (Database database = Database.open(settings, version)) {
                requireEmpty(database);
                int schema = Integer.parseInt(version);
                database.largeTransaction(() -> {
                    BackupTables.ALL.stream()
                            .filter(table -> table.since() <= schema)
                            .forEach(table -> load(database, zip, archive, table));
                    return true;
                });
            }
        } catch (IOException e) {
            throw new FileAccessException("read", archive, e);
        }
        return verified(settings);
    }

    private static LedgerVerification.Result verified(DatabaseSettings settings) {
        try (Database database = Database.open(settings)) {
            LedgerVerification.Result result = new LedgerVerification(database).verify();
            if (!result.holds()) {
                throw new DatabaseException("The restored database does not verify: " + result.fault());
            }
            return result;
        }
    }

    private static void writeSnapshot(Database database, Path partial, Rows counter) throws IOException, SQLException {
        boolean h2 = database.settings().isH2();
        try (Connection connection = database.dataSource().getConnection();
                OutputStream file = new BufferedOutputStream(Files.newOutputStream(partial));
                ZipOutputStream zip = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(h2 ? H2_SNAPSHOT : Connection.TRANSACTION_REPEATABLE_READ);
            ObjectNode manifest = CanonicalJson.object().put("format", 1).put("schema", database.schemaVersion());
            zip.putNextEntry(new ZipEntry(MANIFEST));
            zip.write(CanonicalJson.write(manifest).getBytes(StandardCharsets.UTF_8));
            for (BackupTables.Table table : BackupTables.ALL) {
                zip.putNextEntry(new ZipEntry(table.name() + ".jsonl"));
                dump(connection, table, zip, counter);
            }
            connection.rollback();
        }
    }

    private static void dump(Connection connection, BackupTables.Table table, OutputStream output, Rows counter)
            throws IOException, SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCHED_AT_ONCE);
            try (ResultSet rows =
                    statement.executeQuery("select * from " + table.name() + " order by " + table.order())) {
                while (rows.next()) {
                    output.write(CanonicalJson.write(row(rows)).getBytes(StandardCharsets.UTF_8));
                    output.write('\n');
                    counter.next();
                }
            }
        }
    }

    /** Counts what is written. */
    private static final class Rows {
        private final LongConsumer progress;
        private long written;

        Rows(LongConsumer progress) {
            this.progress = progress;
        }

        void next() {
            progress.accept(++written);
        }
    }

    /** Every value as text, which is exact for all types used, null left out. */
    private static ObjectNode row(ResultSet rows) throws SQLException {
        ObjectNode row = CanonicalJson.object();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            String value = BackupValue.text(rows, column);
            if (value != null) {
                row.put(rows.getMetaData().getColumnName(column), value);
            }
        }
        return row;
    }

    private static void load(Database database, ZipFile zip, Path archive, BackupTables.Table table) {
        if (BackupTables.NEVER_EMPTY.contains(table.name())) {
            database.jdbc().sql("delete from " + table.name()).update();
        }
        List<BackupValue.Column> columns = BackupValue.columns(database, table.name());
        String names =
                String.join(", ", columns.stream().map(BackupValue.Column::name).toList());
        String marks = String.join(", ", columns.stream().map(column -> "?").toList());
        String insert = "insert into " + table.name() + " (" + names + ") values (" + marks + ")";
        ZipEntry entry = zip.getEntry(table.name() + ".jsonl");
        if (entry == null) {
            throw new DatabaseException("Damaged backup " + archive + ": expected an entry " + table.name() + ".jsonl");
        }
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
            new BatchInsert(database, insert, columns).all(lines);
        } catch (IOException e) {
            throw new FileAccessException("read", archive, e);
        }
    }

    private static JsonNode manifest(ZipFile zip, Path archive) throws IOException {
        ZipEntry entry = zip.getEntry(MANIFEST);
        if (entry == null) {
            throw new DatabaseException("Not a backup: " + archive + " has no " + MANIFEST);
        }
        return CanonicalJson.tree(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
    }

    private static void requireEmpty(Database database) {
        long users = database.jdbc()
                .sql("select count(*) from app_user")
                .query(Long.class)
                .single();
        if (users > 0) {
            throw new DatabaseException(
                    "Cannot restore: the database has " + users + " accounts, expected an empty one");
        }
    }
}
