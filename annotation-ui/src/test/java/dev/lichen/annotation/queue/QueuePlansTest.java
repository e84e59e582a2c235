package dev.lichen.annotation.queue;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.store.Database;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How H2 runs the statements of the queue while the store is young, which is when it is most often wrong. */
class QueuePlansTest {

    private static final int PEOPLE = 40;
    private static final int EACH = 12;

    /** How many of a hundred values differ, as H2 found when 128 people had taken eight items each, and long believed. */
    private static final Map<String, Integer> YOUNG =
            Map.of("user_id", 12, "item_id", 33, "project_id", 1, "state", 1, "purpose", 1);

    /** A look at all that a person ever did. */
    private static final Pattern ALL_OF_A_PERSON =
            Pattern.compile("CONSTRAINT_INDEX_\\w+: (\\w+\\.)?user_id = \\?\\d+\\s*\\*/");

    @Test
    void openingAnItemDoesNotReadAllThatThePersonEverDid() {
        try (TestWorld world = TestWorld.on(TestDatabases.H2)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, PEOPLE * EACH + 1, 2);
            List<Account> people = Stream.generate(() -> world.annotator(project))
                    .limit(PEOPLE)
                    .toList();
            for (int i = 0; i < EACH; i++) {
                people.forEach(person -> assertTrue(world.judgeNext(person, project)));
            }
            Database database = world.services().database();
            YOUNG.forEach((column, distinct) -> database.jdbc()
                    .sql("alter table assignment alter column " + column + " selectivity " + distinct)
                    .update());
            database.jdbc().sql("set query_statistics true").update();
            assertTrue(world.services()
                    .queue()
                    .next(people.getFirst().id(), project.id())
                    .isPresent());
            List<String> asked = database.jdbc()
                    .sql("select sql_statement from information_schema.query_statistics"
                            + " where sql_statement like 'select%assignment%'")
                    .query(String.class)
                    .list();
            assertTrue(asked.size() >= 4, asked::toString);
            asked.forEach(statement -> {
                String plan = plan(database, statement);

                assertFalse(ALL_OF_A_PERSON.matcher(plan).find(), plan);
            });
        }
    }

    private static String plan(Database database, String statement) {
        return database.jdbc().sql("explain " + statement).query(String.class).single();
    }
}
