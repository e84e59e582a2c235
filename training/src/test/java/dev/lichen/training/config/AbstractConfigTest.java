package dev.lichen.training.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.training.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds for every configuration record: extend it and name the defaults.
 *
 * <p>The defaults are sealed in {@code golden/NAME.yaml}, with the record's name.
 */
public abstract class AbstractConfigTest<T extends Record> {

    /** Returns the record's defaults. */
    protected abstract T defaults();

    private T set(String... assignments) {
        return Configs.resolve(defaults(), List.of(), List.of(assignments));
    }

    @Test
    void theDefaultsArePinned() throws IOException {
        Golden.assertMatches(defaults().getClass().getSimpleName() + ".yaml", Configs.write(defaults()));
    }

    @Test
    void theResolvedFileFeedsBackUnchanged(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("config.yaml"), Configs.write(defaults()));

        T again = Configs.resolve(defaults(), List.of(file), List.of());

        assertEquals(defaults(), again);
        assertEquals(Configs.write(defaults()), Configs.write(again));
    }

    @Test
    void everyKeyRoundTripsAlone() {
        for (ConfigKey key : Configs.describe(defaults())) {
            if (!key.value().isEmpty()) {
                assertEquals(defaults(), set(key.path() + "=" + key.value()), key.path());
            }
        }
    }

    @Test
    void everyKeyRefusesASection() {
        for (ConfigKey key : Configs.describe(defaults())) {
            String yaml = nested(key.path(), "{inside: {deep: {deeper: 1}}}");
            assertThrows(ConfigException.class, () -> Configs.parse(defaults(), yaml, "test"), yaml);
        }
    }

    private static String nested(String path, String value) {
        String[] keys = path.split("\\.");
        return String.join(": {", keys) + ": " + value + "}".repeat(keys.length - 1);
    }

    @Test
    void everyKeyIsDocumented() {
        List<ConfigKey> keys = Configs.describe(defaults());

        assertFalse(keys.isEmpty());
        keys.forEach(key -> assertFalse(key.doc().isBlank(), key.path() + " has no @Doc"));
    }

    @Test
    void aMisspeltKeyIsRefusedWithTheRightOne() {
        for (ConfigKey key : Configs.describe(defaults())) {
            String message = assertThrows(ConfigException.class, () -> set(key.path() + "x=1"))
                    .getMessage();
            assertTrue(message.contains("unknown key " + key.path() + "x; did you mean "), message);
        }
    }
}
