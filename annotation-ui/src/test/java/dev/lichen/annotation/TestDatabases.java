package dev.lichen.annotation;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.DatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases that every test of the store runs on: H2 in memory, and a real PostgreSQL server. */
public enum TestDatabases {
    H2 {
        @Override
        public DatabaseSettings fresh() {
            return DatabaseSettings.inMemory("test-" + NEXT.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
        }
    },
    POSTGRESQL {
        @Override
        public DatabaseSettings fresh() {
            String name = "test" + NEXT.incrementAndGet();
            EmbeddedPostgres server = Server.started();
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return DatabaseSettings.postgreSql(server.getJdbcUrl("postgres", name), "postgres", "postgres");
        }
    };

    private static final AtomicInteger NEXT = new AtomicInteger();

    /** Returns the settings of a new, empty database. */
    public abstract DatabaseSettings fresh();

    /** Opens a new, empty database. */
    public Database open() {
        return Database.open(fresh());
    }

    /** One server for all tests of the JVM, stopped at its end. */
    private static final class Server {
        private static final EmbeddedPostgres POSTGRES = start();

        static EmbeddedPostgres started() {
            return POSTGRES == null ? abort("PostgreSQL does not run on this machine") : POSTGRES;
        }

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
                return server;
            } catch (IOException | IllegalStateException e) {
                return null;
            }
        }

        private static void close(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
