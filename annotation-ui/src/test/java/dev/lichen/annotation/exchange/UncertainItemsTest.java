package dev.lichen.annotation.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.NotAllowedException;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.Project;
import dev.lichen.datasets.DataFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UncertainItemsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void openItemsGoOutBlindAndComeBackWithTheirUncertainty(TestDatabases databases) throws IOException {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 2, 3);
            Path out = folder.resolve("open.jsonl");
            assertEquals(2, items(world).write(world.owner().id(), project.id(), out));
            String written = Files.readString(out);
            assertTrue(written.contains("\"number\":1") && written.contains("\"number\":2"), written);
            assertFalse(written.contains("model-0"), "the writers of answers stay here");

            Path scored = scored("{\"number\":1,\"uncertainty\":0}\n{\"number\":2,\"uncertainty\":0.9}\n");
            assertEquals(2, items(world).read(world.owner().id(), project.id(), scored));
            assertEquals(
                    List.of(0.0, 0.9),
                    world.services()
                            .database()
                            .jdbc()
                            .sql("select uncertainty from item where project_id = ? order by number")
                            .param(project.id())
                            .query(Double.class)
                            .list());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBadLineIsNamedAndNothingIsNoted(TestDatabases databases) throws IOException {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            Path bad = scored("{\"number\":1,\"uncertainty\":0.5}\n{\"number\":2,\"uncertainty\":\"much\"}\n");
            DataFormatException refusal = assertThrows(
                    DataFormatException.class,
                    () -> items(world).read(world.owner().id(), project.id(), bad));
            assertTrue(String.valueOf(refusal.getMessage()).contains("scored.jsonl:2"), refusal.getMessage());
            Account reviewer = world.member(project, Role.REVIEWER);
            assertThrows(
                    NotAllowedException.class,
                    () -> items(world).write(reviewer.id(), project.id(), folder.resolve("no.jsonl")));
        }
    }

    private Path scored(String lines) throws IOException {
        return Files.writeString(folder.resolve("scored.jsonl"), lines);
    }

    private static UncertainItems items(TestWorld world) {
        return world.services().uncertainItems();
    }
}
