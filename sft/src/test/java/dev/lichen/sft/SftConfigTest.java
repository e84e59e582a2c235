package dev.lichen.sft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.training.config.AbstractConfigTest;
import dev.lichen.training.config.ConfigException;
import dev.lichen.training.config.Configs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seals the keys and defaults of fine-tuning: recipes depend on them, so a change is a breaking one. */
class SftConfigTest extends AbstractConfigTest<SftConfig> {

    @Override
    protected SftConfig defaults() {
        return SftConfig.defaults();
    }

    @Test
    void changedKeysComeBack() {
        List<String> changes = List.of(
                "seed=9", "model=m", "data.validation=v.jsonl", "data.maximumTokens=64", "epochs=0.5", "batch.size=3");
        SftConfig changed = Configs.resolve(SftConfig.defaults(), List.of(), changes);
        assertEquals(changed, Configs.parse(SftConfig.defaults(), Configs.write(changed), "again"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "epochs=0 | epochs must be greater than 0, was 0.0",
                "data.maximumTokens=1 | data.maximumTokens must be at least 2, was 1",
                "data.validationFraction=1 | data.validationFraction must be in [0, 1), was 1.0",
                "optimizer.learningRate=-1 | optimizer.learningRate must be greater than 0, was -1.0",
                "run.keepCheckpoints=0 | run.keepCheckpoints must be at least 1, was 0",
            })
    void wrongValueIsNamed(String assignment, String message) {
        assertRefused(() -> Configs.resolve(SftConfig.defaults(), List.of(), List.of(assignment)), message);
    }

    private static void assertRefused(Executable resolve, String message) {
        ConfigException refusal = assertThrows(ConfigException.class, resolve);
        assertTrue(refusal.getMessage().endsWith(message), refusal.getMessage());
    }
}
