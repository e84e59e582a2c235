package dev.lichen.annotation.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.queue.WorkItem;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaTest {

    private static AnswerSchema asking(String code, int lowest, int highest) {
        return new AnswerSchema(
                List.of(new AnswerSchema.Criterion(code, Map.of("en", "A name", "zh", "名称"), lowest, highest)),
                List.of());
    }

    private static String refusal(AnswerSchema schema) {
        return assertThrows(ProjectException.class, () -> SchemaRules.check(schema))
                .getMessage();
    }

    @ParameterizedTest
    @EnumSource
    void aNewVersionHoldsForTheNextItemAndWhatIsOpenKeepsItsOwn(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 2, 2);
            Account person = world.annotator(project);
            WorkItem open =
                    world.services().queue().next(person.id(), project.id()).orElseThrow();
            world.services().projects().publishSchema(world.owner().id(), project.id(), asking("helpful", 1, 5));
            assertEquals(
                    List.of(2, 1),
                    world.services().projects().schemas(project.id()).stream()
                            .map(SchemaVersion::version)
                            .toList());
            WorkItem again =
                    world.services().queue().next(person.id(), project.id()).orElseThrow();
            assertEquals(open.assignment(), again.assignment());
            assertEquals(List.of(), again.schema().criteria());
            world.services().queue().submit(person.id(), open.assignment(), TestWorld.byText(open));
            WorkItem next =
                    world.services().queue().next(person.id(), project.id()).orElseThrow();
            assertEquals("helpful", next.schema().criteria().getFirst().code());
        }
    }

    @Test
    void whatPagesCannotShowIsRefusedInWords() {
        SchemaRules.check(asking("帮助-1", 0, 100));
        assertEquals(
                "Bad code: found \"two words\", expected letters, digits, _, . and -, at most 64",
                refusal(asking("two words", 1, 5)));
        assertEquals("Bad criterion long: found 102 values, expected at most 101", refusal(asking("long", 0, 101)));
        assertEquals(
                "Bad criterion wide: found 4294967296 values, expected at most 101",
                refusal(asking("wide", Integer.MIN_VALUE, Integer.MAX_VALUE)));
        List<AnswerSchema.FlagCode> many = IntStream.range(0, 21)
                .mapToObj(flag -> new AnswerSchema.FlagCode("f" + flag, Map.of()))
                .toList();
        assertEquals(
                "Bad schema: found 21 flags, expected at most 20",
                refusal(new AnswerSchema(Collections.emptyList(), many)));
        assertEquals(
                "Bad name of f (en): found 101 characters, expected 1 to 100",
                refusal(new AnswerSchema(
                        List.of(), List.of(new AnswerSchema.FlagCode("f", Map.of("en", "x".repeat(101)))))));
    }
}
