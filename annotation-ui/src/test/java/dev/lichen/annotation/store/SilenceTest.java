package dev.lichen.annotation.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lichen.annotation.TestDatabases;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class SilenceTest {

    private static int one(Database database) {
        return database.jdbc().sql("select 1").query(Integer.class).single();
    }

    @Test
    void databaseThatIsSilentAnswersThatThreadNothingUntilTheEnd() throws InterruptedException {
        try (Database database = TestDatabases.H2.open()) {
            try (Database.Silence _ = database.silence()) {
                assertThrows(DataAccessException.class, () -> one(database));
                assertThrows(DataAccessException.class, () -> database.inTransaction(() -> {}));
                Thread other = Thread.ofVirtual().start(() -> assertEquals(1, one(database)));
                other.join();
            }
            assertEquals(1, one(database));
        }
    }
}
