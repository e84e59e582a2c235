package dev.lichen.annotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.exchange.ExportKind;
import dev.lichen.annotation.exchange.ExportedRecords;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.queue.History;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.DatabaseSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/**
 * Works while one connection is left, so that whoever asks for a second one while they hold the first waits in vain: with
 * sixteen, sixteen people at once did.
 */
class OneConnectionTest {

    @Test
    void nothingHoldsAConnectionAndAsksForAnother() throws SQLException {
        try (TestWorld world = TestWorld.on(pair());
                Connection other = world.services().database().dataSource().getConnection()) {
            assertTrue(other.isValid(0));
            AnnotationServices services = world.services();
            Project project = world.project("p", TestWorld.plain(2));
            world.items(project, 3, 3);
            Account first = world.annotator(project);
            Account second = world.annotator(project);
            assertTrue(world.judgeNext(first, project));
            assertTrue(world.judgeNext(second, project));
            Account lead = world.member(project, Role.ADMIN);
            assertEquals(
                    2, services.reviews().waiting(lead.id(), project.id(), 10).size());
            assertEquals(
                    1,
                    services.history()
                            .page(first.id(), project.id(), History.Filter.all(), Long.MAX_VALUE, 10)
                            .size());
            assertEquals(
                    3, services.items().page(lead.id(), project.id(), 0, 10).size());
            assertEquals(
                    0, services.quality().of(lead.id(), project.id()).bySource().size());
            assertEquals(2, records(services, project));
            assertTrue(services.verification().verify().holds());
        }
    }

    /** The mistake itself: a query for each row of another one. */
    @Test
    void aQueryWithinAQueryWaitsInVain() throws SQLException {
        try (Database database = Database.open(pair());
                Connection other = database.dataSource().getConnection()) {
            assertTrue(other.isValid(0));
            assertThrows(
                    CannotGetJdbcConnectionException.class,
                    () -> database.jdbc()
                            .sql("select 1 as one")
                            .query((row, n) -> database.jdbc()
                                    .sql("select 2 as two")
                                    .query(Integer.class)
                                    .single())
                            .list());
        }
    }

    private static int records(AnnotationServices services, Project project) {
        return new ExportedRecords(services.database(), services.judgements())
                .of(project.id(), ExportKind.RANKINGS, services.ledger().head())
                .size();
    }

    private static DatabaseSettings pair() {
        DatabaseSettings memory = DatabaseSettings.inMemory("pair-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return new DatabaseSettings(memory.url(), memory.user(), memory.password(), 2);
    }
}
