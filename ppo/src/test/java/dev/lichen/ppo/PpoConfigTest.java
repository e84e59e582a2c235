package dev.lichen.ppo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.training.config.AbstractConfigTest;
import dev.lichen.training.config.ConfigException;
import dev.lichen.training.config.Configs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seals the keys and defaults of PPO: recipes depend on them, so a change is a breaking one. */
class PpoConfigTest extends AbstractConfigTest<PpoConfig> {

    @Override
    protected PpoConfig defaults() {
        return PpoConfig.defaults();
    }

    @Test
    void changedKeysComeBack() {
        PpoConfig changed = Configs.resolve(
                PpoConfig.defaults(),
                List.of(),
                List.of("score.kl.kind=adaptive", "score.scaling=deviation", "score.missingEnd=replace", "steps=7"));
        assertEquals(new AdaptiveKl(0.05, 6, 10_000), changed.score().kl().controller());
        assertEquals(changed, Configs.parse(PpoConfig.defaults(), Configs.write(changed), "again"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "steps=0 | steps must be at least 1, was 0",
                "update.clip.policy=2 | update.clip.policy must be in (0, 1), was 2.0",
                "update.clip.dual=0.5 | update.clip.dual must be above 1, or 0 for none, was 0.5",
                "update.epochs=0 | update.epochs must be at least 1, was 0",
                "rollout.temperature=0 | rollout.temperature must be greater than 0, was 0.0",
                "advantage.smoothing=1.5 | advantage.smoothing must be in [0, 1], was 1.5",
                "score.missingEndAmount=-1 | score.missingEndAmount must be at least 0 to subtract, was -1.0",
                "score.kl.target=0 | score.kl.target must be greater than 0, was 0.0",
                "update.minibatches=5 | rollout.promptsPerStep times rollout.answersPerPrompt, were 5 and 32",
            })
    void wrongValueIsNamed(String assignment, String message) {
        ConfigException refusal = assertThrows(
                ConfigException.class, () -> Configs.resolve(PpoConfig.defaults(), List.of(), List.of(assignment)));
        assertTrue(refusal.getMessage().endsWith(message), refusal.getMessage());
    }
}
