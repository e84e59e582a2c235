package dev.lichen.cli.command;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.cli.align.AlignConfig;
import dev.lichen.rewardmodel.RewardConfig;
import dev.lichen.training.config.Configs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reads the recipes as the commands do, so that no recipe names a key that is not there. */
class RecipesTest {

    private static final Path RECIPES = Path.of("..", "recipes");

    @Test
    void alignmentRecipeIsValid() {
        AlignConfig config =
                Configs.resolve(AlignConfig.defaults(), List.of(RECIPES.resolve("smollm2-hh.yaml")), List.of());
        assertFalse(config.name().isBlank());
    }

    @Test
    void rewardRecipeIsValid() {
        Configs.resolve(RewardConfig.defaults(), List.of(RECIPES.resolve("oasst1-zh-reward.yaml")), List.of());
    }

    @Test
    void everyRecipeOpensWithTheCommandThatRunsIt() throws IOException {
        try (var files = Files.list(RECIPES)) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                assertTrue(
                        text.startsWith("#") && text.contains("./lichen ") && text.contains("xpect"), file::toString);
            }
        }
    }
}
