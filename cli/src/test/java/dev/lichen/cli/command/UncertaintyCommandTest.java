package dev.lichen.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lichen.cli.uncertainty.UncertaintyStage;
import dev.lichen.datasets.ExtraFields;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.formats.Datasets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UncertaintyCommandTest {

    private static final double TOLERANCE = 1e-6;

    @TempDir
    private Path folder;

    @BeforeEach
    void trainARewardModel() throws IOException {
        Path model = TinyModelFolder.write(folder.resolve("model"), 1);
        String pairs = "{\"prompt\":\"Hi\",\"chosen\":\"Ho\",\"rejected\":\"Ha\"}\n".repeat(4);
        Path rankings = Files.writeString(folder.resolve("pairs.jsonl"), pairs);
        CommandRun reward = CommandRun.of(
                "reward --run-dir %s/rm --set model=%s --set data.rankings=%s --set data.validationFraction=0"
                        .formatted(folder, model, rankings)
                        .split(" "));
        assertEquals(0, reward.exitCode(), reward.errors());
    }

    @Test
    void equalAnswersAreOneBitAndItemsKeepTheirFields() throws IOException {
        List<Ranking> scored = scored("""
                {"prompt":[{"role":"user","content":"q"}],"answers":[{"content":"a"},{"content":"a"}],"tiers":[1,1],"number":7}
                {"prompt":[{"role":"user","content":"q"}],"answers":[{"content":"a"},{"content":"b"}],"tiers":[1,1],"number":8}
                """);
        assertEquals(
                List.of("7", "8"),
                scored.stream().map(item -> field(item, "number").asText()).toList());
        assertEquals(1, bits(scored.getFirst()), TOLERANCE);
        assertTrue(bits(scored.getLast()) >= 0 && bits(scored.getLast()) <= 1);
    }

    @Test
    void itemsThatDoNotFitAreLeftOut() throws IOException {
        List<Ranking> scored = scored("""
                {"prompt":[{"role":"user","content":"q"}],"answers":[{"content":"%s"},{"content":"b"}],"tiers":[1,1]}
                {"prompt":[{"role":"user","content":"q"}],"answers":[{"content":"a"},{"content":"b"}],"tiers":[1,1]}
                """.formatted("long ".repeat(TinyModelFolder.CONTEXT)));
        assertEquals(1, scored.size());
    }

    @Test
    void aLanguageModelIsNoRewardModel() throws IOException {
        Path items = Files.writeString(folder.resolve("items.jsonl"), """
                {"prompt":[{"role":"user","content":"q"}],"answers":[{"content":"a"},{"content":"b"}],"tiers":[1,1]}
                """);
        CommandRun refused = run(items, folder.resolve("model"));
        assertTrue(refused.isUserError(), refused.errors());
        assertTrue(refused.errors().contains("expected a reward model"), refused.errors());
    }

    private List<Ranking> scored(String lines) throws IOException {
        Path items = Files.writeString(folder.resolve("items.jsonl"), lines);
        CommandRun result = run(items, folder.resolve("rm/model"));
        assertEquals(0, result.exitCode(), result.errors());
        return Datasets.readRankings(folder.resolve("run").resolve(UncertaintyStage.SCORED))
                .records();
    }

    private CommandRun run(Path items, Path model) {
        return CommandRun.of(
                "uncertainty",
                "--run-dir",
                folder.resolve("run").toString(),
                "--set",
                "model=" + model,
                "--set",
                "items=" + items);
    }

    private static double bits(Ranking item) {
        return field(item, UncertaintyStage.UNCERTAINTY).asDouble();
    }

    private static JsonNode field(Ranking item, String name) {
        ExtraFields extra = item.attributes().extra();
        return extra.get(name).orElseThrow();
    }
}
