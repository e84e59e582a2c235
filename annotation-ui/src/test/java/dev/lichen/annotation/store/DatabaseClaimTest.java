package dev.lichen.annotation.store;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseClaimTest {

    @Test
    void secondAppOnOneServerIsRefusedUntilTheFirstOneEnds() {
        DatabaseSettings settings = TestDatabases.POSTGRESQL.fresh();
        try (Database database = Database.open(settings)) {
            try (DatabaseClaim first = DatabaseClaim.of(database)) {
                first.renew();
                DatabaseInUseException refused =
                        assertThrows(DatabaseInUseException.class, () -> DatabaseClaim.of(database));
                assertTrue(refused.getMessage().contains("stop the other app first"), refused.getMessage());
            }
            DatabaseClaim.of(database).close();
        }
    }

    /** The server ends the connection, as it does with all of them when it is restarted. */
    @Test
    void claimThatWasLostIsMadeAnew() {
        try (Database database = Database.open(TestDatabases.POSTGRESQL.fresh());
                DatabaseClaim claim = DatabaseClaim.of(database)) {
            String holder = "select pid from pg_locks where locktype = 'advisory'"
                    + " and database = (select oid from pg_database where datname = current_database())";
            Integer before = database.jdbc().sql(holder).query(Integer.class).single();
            database.jdbc()
                    .sql("select pg_terminate_backend(" + before + ")")
                    .query(Boolean.class)
                    .single();
            claim.renew();
            Integer after = database.jdbc().sql(holder).query(Integer.class).single();
            assertTrue(!after.equals(before), "held by " + after);
        }
    }

    @ParameterizedTest
    @EnumSource
    void claimsOfTwoDatabasesAreTwo(TestDatabases databases) {
        try (Database one = Database.open(databases.fresh());
                Database other = Database.open(databases.fresh());
                DatabaseClaim first = DatabaseClaim.of(one);
                DatabaseClaim second = DatabaseClaim.of(other)) {
            first.renew();
            second.renew();
        }
    }
}
