package dev.lichen.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.job.JobCommand;
import dev.lichen.annotation.job.StageSetting;
import dev.lichen.cli.align.AlignConfig;
import dev.lichen.cli.jobs.StageForms;
import dev.lichen.cli.pipeline.LineFolders;
import dev.lichen.training.config.ConfigKey;
import dev.lichen.training.config.Configs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a line says of its settings before it trains anything. */
class LineSettingsTest {

    private static final int ROOM_FOR_THE_DEFAULTS = 640;

    @TempDir
    private Path folder;

    @Test
    void whatTheLineSetsItselfStandsInNoForm() {
        Map<String, String> given = values(AlignConfig.defaults());
        Map<String, String> inPlace = values(AlignConfig.defaults().in(new LineFolders(folder)));
        Set<String> changed = given.keySet().stream()
                .filter(key -> !given.get(key).equals(inPlace.get(key)))
                .collect(Collectors.toSet());
        assertTrue(AlignConfig.SET_BY_THE_LINE.containsAll(changed), changed::toString);
        assertTrue(given.keySet().containsAll(AlignConfig.SET_BY_THE_LINE));
        Set<String> offered = new StageForms()
                .describe(JobCommand.ALIGN).stream().map(StageSetting::key).collect(Collectors.toSet());
        Set<String> all = new TreeSet<>(given.keySet());
        all.removeAll(AlignConfig.SET_BY_THE_LINE);
        assertEquals(all, offered);
    }

    @Test
    void textsLongerThanTheModelReadsAreRefusedBeforeAnythingIsWritten() throws IOException {
        Path model = TinyModelFolder.write(folder.resolve("tiny"), 1);
        String refusal = new StageForms()
                .refusal(JobCommand.ALIGN, Map.of("model", model.toString()))
                .orElseThrow();
        assertEquals(
                "ppo.rollout.maximumPromptTokens and ppo.rollout.maximumNewTokens are 640 tokens together, but the model "
                        + model + " reads " + TinyModelFolder.CONTEXT,
                refusal);
        Path recipe = Files.writeString(folder.resolve("recipe.yaml"), "model: " + model + "\n");
        CommandRun run = CommandRun.of(
                "align", recipe.toString(), "--run-dir", folder.resolve("run").toString());
        assertTrue(run.isUserError(), run.errors());
        assertTrue(run.errors().contains(refusal), run.errors());
        assertFalse(Files.exists(folder.resolve("run")));
    }

    @Test
    void aComparisonWithoutRoomForAPromptIsRefusedToo() {
        Path model = TinyModelFolder.write(folder.resolve("tiny"), 1);
        Map<String, String> settings = Map.of(
                "model",
                model.toString(),
                "ppo.rollout.maximumPromptTokens",
                "40",
                "ppo.rollout.maximumNewTokens",
                "40",
                "evaluation.maximumNewTokens",
                "96");
        assertEquals(
                "evaluation.maximumNewTokens is 96, which leaves no room for a prompt: the model " + model
                        + " reads 96 tokens, answer included",
                new StageForms().refusal(JobCommand.ALIGN, settings).orElseThrow());
        Map<String, String> roomy = new HashMap<>(settings);
        roomy.put("evaluation.maximumNewTokens", "95");
        assertTrue(new StageForms().refusal(JobCommand.ALIGN, roomy).isEmpty());
    }

    @Test
    void textsThatFitAndModelsThatAreNotThereYetAreNotRefused() {
        Path model = TinyModelFolder.write(folder.resolve("roomy"), 1, ROOM_FOR_THE_DEFAULTS);
        for (String path : Set.of(model.toString(), folder.resolve("later").toString())) {
            assertTrue(new StageForms()
                    .refusal(JobCommand.ALIGN, Map.of("model", path))
                    .isEmpty());
            assertTrue(new StageForms()
                    .refusal(JobCommand.PPO, Map.of("models.policy", path))
                    .isEmpty());
        }
    }

    private static Map<String, String> values(AlignConfig config) {
        return Configs.describe(config).stream().collect(Collectors.toMap(ConfigKey::path, key -> key.value()));
    }
}
