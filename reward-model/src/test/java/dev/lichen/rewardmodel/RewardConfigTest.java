package dev.lichen.rewardmodel;

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

/** Seals the keys and defaults of reward-model training: recipes depend on them, so a change is a breaking one. */
class RewardConfigTest extends AbstractConfigTest<RewardConfig> {

    @Override
    protected RewardConfig defaults() {
        return RewardConfig.defaults();
    }

    @Test
    void changedKeysComeBack() {
        RewardConfig changed = Configs.resolve(
                RewardConfig.defaults(),
                List.of(),
                List.of("data.grouping=prompt", "objective.loss=plackett-luce", "objective.ties=drop"));
        assertEquals(RewardLossKind.PLACKETT_LUCE, changed.objective().loss());
        assertEquals(changed, Configs.parse(RewardConfig.defaults(), Configs.write(changed), "again"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "epochs=0 | epochs must be greater than 0, was 0.0",
                "objective.labelSmoothing=0.5 | objective.labelSmoothing must be in [0, 0.5), was 0.5",
                "objective.strengthMargin=-1 | objective.strengthMargin must be at least 0, was -1.0",
                "objective.centering=-1 | objective.centering must be at least 0, was -1.0",
                "data.maximumTokens=1 | data.maximumTokens must be at least 2, was 1",
            })
    void wrongValueIsNamed(String assignment, String message) {
        ConfigException refusal = assertThrows(
                ConfigException.class, () -> Configs.resolve(RewardConfig.defaults(), List.of(), List.of(assignment)));
        assertTrue(refusal.getMessage().endsWith(message), refusal.getMessage());
    }
}
