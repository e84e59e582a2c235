package dev.lichen.sft;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.training.config.AbstractConfigTest;
import dev.lichen.training.config.ConfigException;
import dev.lichen.training.config.Configs;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seals the keys and defaults of pretraining: recipes depend on them, so a change is a breaking one. */
class PretrainConfigTest extends AbstractConfigTest<PretrainConfig> {

    @Override
    protected PretrainConfig defaults() {
        return PretrainConfig.defaults();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "epochs=0 | epochs must be greater than 0, was 0.0",
                "data.maximumTokens=1 | data.maximumTokens must be at least 2, was 1",
                "start.shape.heads=3 | keyValueHeads must divide heads, were 2 and 3",
                "start.shape.width=30 | heads must divide width, were 4 and 30",
            })
    void wrongValueIsNamed(String assignment, String message) {
        ConfigException refusal = assertThrows(
                ConfigException.class,
                () -> Configs.resolve(PretrainConfig.defaults(), List.of(), List.of(assignment)));
        assertTrue(refusal.getMessage().endsWith(message), refusal.getMessage());
    }
}
