package dev.lichen.annotation.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.NotAllowedException;
import dev.lichen.annotation.project.Project;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.formats.Datasets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProjectPromptsTest {

    @TempDir
    private Path folder;

    private List<Prompt> read(String name) {
        return Datasets.readPrompts(folder.resolve(name)).records();
    }

    @ParameterizedTest
    @EnumSource
    void eachPromptIsInOneFileAndAFewAreAlwaysHeldOut(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 6, 2);
            ProjectPrompts prompts = world.services().prompts();
            prompts.write(
                    world.owner().id(), project.id(), folder.resolve("train.jsonl"), folder.resolve("held.jsonl"));
            Set<List<?>> all = new HashSet<>();
            read("train.jsonl").forEach(prompt -> all.add(prompt.prompt()));
            read("held.jsonl").forEach(prompt -> all.add(prompt.prompt()));
            assertEquals(6, all.size());
            assertEquals(6, read("train.jsonl").size() + read("held.jsonl").size());
            assertTrue(read("held.jsonl").size() >= 2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void annotatorsTakeNothingAway(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 2, 2);
            Account person = world.annotator(project);
            Path file = folder.resolve("all.jsonl");
            assertThrows(
                    NotAllowedException.class, () -> world.services().prompts().write(person.id(), project.id(), file));
            assertTrue(Files.notExists(file));
        }
    }
}
