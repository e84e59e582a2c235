package dev.lichen.annotation.store;

import java.nio.file.Path;

/**
 * Says which database to open.
 *
 * @param url a JDBC URL of H2 or PostgreSQL
 * @param user the database user; empty if the URL names it
 * @param password the database password; empty if the URL has it or none is needed
 * @param connections the size of the connection pool, at least 1
 */
public record DatabaseSettings(String url, String user, String password, int connections) {

    private static final int USUAL_CONNECTIONS = 16;

    public DatabaseSettings {
        if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
            throw new DatabaseException("Unknown database: found " + withoutOptions(url)
                    + ", expected a URL that begins with jdbc:h2: or jdbc:postgresql:");
        }
        if (connections < 1) {
            throw new IllegalArgumentException("connections must be at least 1, was " + connections);
        }
    }

    /** Returns the embedded database in a folder; its files are made when it is opened. */
    public static DatabaseSettings embedded(Path folder) {
        return h2("file:" + folder.toAbsolutePath().resolve("annotations"));
    }

    /** Returns an H2 database that lives in memory until its last connection closes. */
    public static DatabaseSettings inMemory(String name) {
        return h2("mem:" + name);
    }

    /** Returns a PostgreSQL database. */
    public static DatabaseSettings postgreSql(String url, String user, String password) {
        return new DatabaseSettings(url, user, password, USUAL_CONNECTIONS);
    }

    /** Returns a PostgreSQL database whose URL says everything: {@code jdbc:postgresql://HOST/NAME?user=…&password=…}. */
    public static DatabaseSettings server(String url) {
        return new DatabaseSettings(url, "", "", USUAL_CONNECTIONS);
    }

    /** Returns whether the database is H2. */
    public boolean isH2() {
        return url.startsWith("jdbc:h2:");
    }

    /** Returns whether the database is a file of this process. */
    boolean isFile() {
        return url.startsWith("jdbc:h2:file:");
    }

    /** Returns the URL without options, among which a password may be. */
    public String place() {
        return withoutOptions(url);
    }

    private static String withoutOptions(String url) {
        return url.replaceAll("[;?].*", "");
    }

    /**
     * H2 itself writes next to never ({@code WRITE_DELAY}, in milliseconds): {@link EmbeddedFile} does. It would forget how
     * to run a statement after eight others ({@code QUERY_CACHE_SIZE}); opening an item takes more than twice as many.
     */
    private static DatabaseSettings h2(String place) {
        String url = "jdbc:h2:" + place
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=20000"
                + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=2147483647;RETENTION_TIME=1000;QUERY_CACHE_SIZE=256";
        return new DatabaseSettings(url, "lichen", "", USUAL_CONNECTIONS);
    }
}
