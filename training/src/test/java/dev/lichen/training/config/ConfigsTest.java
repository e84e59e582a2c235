package dev.lichen.training.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.FileAccessException;
import dev.lichen.training.config.SampleConfig.Loss;
import dev.lichen.training.config.SampleConfig.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigsTest {

    private static final SampleConfig DEFAULTS = SampleConfig.defaults();

    private static SampleConfig yaml(String yaml) {
        return Configs.parse(DEFAULTS, yaml, "ppo.yaml");
    }

    private static SampleConfig set(String... assignments) {
        return Configs.resolve(DEFAULTS, List.of(), List.of(assignments));
    }

    private static String refusal(String yaml) {
        return assertThrows(ConfigException.class, () -> yaml(yaml)).getMessage();
    }

    private static String refusedSet(String assignment) {
        return assertThrows(ConfigException.class, () -> set(assignment)).getMessage();
    }

    @Test
    void theFileOverlaysTheDefaultsAndSetOverlaysTheFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), "seed: 2\nname: file\nloss:\n  epochs: 2\n");

        SampleConfig config = Configs.resolve(DEFAULTS, List.of(file), List.of("seed=3", "loss.rate=2e-4"));

        assertEquals(3, config.seed());
        assertEquals("file", config.name());
        assertEquals(new Loss(0.2, 2, true, Shape.HALF_COSINE, 2e-4), config.loss());
    }

    @Test
    void checksSeeOnlyTheWholeNotTheOverlays(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), "loss: {epochs: 100}\n");

        assertEquals(
                100,
                Configs.resolve(DEFAULTS, List.of(file), List.of("loss.whiten=false"))
                        .loss()
                        .epochs());
    }

    @Test
    void aListOrMapTakesThePlaceOfTheDefault() {
        SampleConfig config = yaml("limits: {length: 5}\nstages: [ppo]\n");

        assertEquals(Map.of("length", 5.0), config.limits());
        assertEquals(List.of("ppo"), config.stages());
    }

    @Test
    void whatIsWrittenFeedsBackWhateverTheText() {
        for (String name :
                List.of("true", "007", "1e-5", "null", "a: b", "#no", "- x", "", " two ", "好", "a\nb", "~")) {
            SampleConfig config = new SampleConfig(
                    Long.MIN_VALUE,
                    name,
                    Path.of("a b.jsonl"),
                    List.of(name, "x"),
                    Map.of(),
                    DEFAULTS.loss(),
                    DEFAULTS.loss());

            assertEquals(config, yaml(Configs.write(config)), Configs.write(config));
        }
    }

    @Test
    void anAbsentValueFeedsBackAsAbsent() {
        SampleConfig config = yaml("data: a.jsonl\n");

        assertNull(Configs.parse(config, Configs.write(DEFAULTS), "config.yaml").data());
    }

    @Test
    void keysAreDescribed() {
        List<String> lines =
                Configs.describe(DEFAULTS).stream().map(ConfigKey::toString).toList();

        assertEquals("seed=1 (a whole number): seed of every random number", lines.getFirst());
        assertTrue(lines.contains("loss.shape=half-cosine (one of flat, half-cosine): shape of the schedule"));
        assertTrue(lines.contains("stages=[sft, reward] (a list): stages to run, in order"));
    }

    @Test
    void differencesNameTheKeys() {
        assertEquals(
                List.of("seed: 1, 2", "loss.epochs: 4, 5"),
                Configs.differences(DEFAULTS, set("seed=2", "loss.epochs=5")));
    }

    @Nested
    class Values {

        @ParameterizedTest
        @ValueSource(strings = {"1e-5", "1E-5", "1.0e-5", "0.00001", ".00001", "\"1e-5\""})
        void numbersAreReadAsPeopleWriteThem(String text) {
            assertEquals(1e-5, yaml("loss: {rate: " + text + "}").loss().rate());
        }

        @Test
        void aWholeNumberServesAsANumber() {
            assertEquals(1.0, yaml("loss: {rate: 1}").loss().rate());
        }

        @Test
        void digitsMayBeGrouped() {
            assertEquals(10_000, yaml("seed: 10_000").seed());
        }

        @Test
        void textKeepsItsCharacters() {
            assertEquals("007", yaml("name: 007").name());
            assertEquals("1.50", yaml("name: 1.50").name());
            assertEquals("true", yaml("name: true").name());
        }

        @ParameterizedTest
        @ValueSource(strings = {"half-cosine", "HALF_COSINE", "half_cosine", "Half-Cosine"})
        void enumConstantsAreReadInAnyCase(String text) {
            assertEquals(
                    Shape.HALF_COSINE,
                    yaml("loss: {shape: " + text + "}").loss().shape());
        }
    }

    @Nested
    class Assignments {

        @Test
        void aListIsYaml() {
            assertEquals(List.of("a", "b c"), set("stages=[a, b c]").stages());
        }

        @Test
        void textIsTakenAsItIs() {
            assertEquals("a: [b # c", set("name=a: [b # c").name());
            assertEquals("k=v", set("name=k=v").name());
            assertEquals("", set("name=").name());
            assertEquals(Path.of("data/x: 1.jsonl"), set("data=data/x: 1.jsonl").data());
        }

        @Test
        void anOptionalPathCanBeTakenAway() {
            assertNull(set("data=a.jsonl", "data=").data());
        }

        @Test
        void aSectionCanBeGivenWhole() {
            assertEquals(9, set("loss={epochs: 9, clipRange: 0.1}").loss().epochs());
        }

        @Test
        void theLaterOneWins() {
            assertEquals(4, set("seed=3", "seed=4").seed());
        }

        @ParameterizedTest
        @ValueSource(strings = {"seed", "=3", "loss..rate=1", ".seed=1", ""})
        void aMalformedOneIsRefused(String assignment) {
            assertEquals("--set " + assignment + ": expected key.path=value", refusedSet(assignment));
        }

        @Test
        void anUnknownKeyIsRefused() {
            assertEquals(
                    "--set loss.epoch=3: unknown key loss.epoch; did you mean loss.epochs? "
                            + "known keys of loss: clipRange, epochs, whiten, shape, rate",
                    refusedSet("loss.epoch=3"));
        }

        @Test
        void anEmptyNumberIsRefused() {
            assertEquals(
                    "--set seed=: seed is empty; give it a value, or leave the key out for the default",
                    refusedSet("seed="));
        }
    }

    @Nested
    class Faults {

        @Test
        void anUnknownKeyIsPlacedAndTheNearestNamed() {
            assertEquals(
                    "ppo.yaml:3:12: unknown key loss.clip_range; did you mean loss.clipRange? "
                            + "known keys of loss: clipRange, epochs, whiten, shape, rate",
                    refusal("seed: 2\nloss:\n  clip_range: 0.2\n").replaceFirst(":3:\\d+", ":3:12"));
        }

        @Test
        void aStrangeKeyGetsNoGuess() {
            assertEquals(
                    "ppo.yaml:1:9: unknown key zzzzzz; known keys: seed, name, data, stages, limits, loss, extra",
                    refusal("zzzzzz: 1"));
        }

        @Test
        void aRenamedKeySaysItsNewName() {
            assertEquals("ppo.yaml:1:14: random_seed was renamed to seed", refusal("random_seed: 1"));
        }

        @Test
        void aRepeatedKeyIsRefused() {
            assertTrue(refusal("seed: 1\nseed: 2\n").endsWith("the key \"seed\" occurs twice"));
        }

        @Test
        void anEmptySectionIsRefused() {
            assertEquals(
                    "ppo.yaml:1:6: loss is empty; give it a value, or leave the key out for the default",
                    refusal("loss:\nseed: 1\n").replaceFirst(":\\d+:\\d+:", ":1:6:"));
        }

        @Test
        void aNullNumberIsRefused() {
            assertTrue(refusal("seed: null").contains("seed is empty"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"1.5", "1.0", "1e3", "two", "true", "[1]", "99999999999999999999"})
        void aCountIsAWholeNumber(String text) {
            assertTrue(
                    refusal("seed: " + text).matches("ppo.yaml:1:7: seed: found .*, expected a whole number"),
                    refusal("seed: " + text));
        }

        @ParameterizedTest
        @ValueSource(strings = {"NaN", ".inf", "1e999", "one", "true", "1.2.3", "{a: 1}"})
        void aNumberIsFinite(String text) {
            assertTrue(
                    refusal("loss: {rate: " + text + "}").contains("loss.rate: found "),
                    refusal("loss: {rate: " + text + "}"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"yes", "1", "\"true\"", "on", "y"})
        void aTruthValueIsTrueOrFalse(String text) {
            assertTrue(refusal("loss: {whiten: " + text + "}").endsWith("expected true or false"));
        }

        @Test
        void anUnknownConstantNamesTheKnownOnes() {
            assertTrue(refusal("loss: {shape: wave}")
                    .endsWith("loss.shape: found \"wave\", expected one of flat, half-cosine"));
        }

        @Test
        void aValueForASectionIsRefused() {
            assertEquals(
                    "ppo.yaml:1:7: loss: found 3, expected a section with the keys clipRange, epochs, whiten, shape, rate",
                    refusal("loss: 3"));
        }

        @Test
        void anEmptyPathIsRefused() {
            assertTrue(refusal("data: \"\"").endsWith("data: found \"\", expected a path"));
        }

        @Test
        void aTextForAListIsRefused() {
            assertEquals("ppo.yaml:1:9: stages: found \"sft\", expected a list such as [a, b]", refusal("stages: sft"));
        }

        @Test
        void aRecordsOwnCheckIsPlacedAtItsValue() {
            assertEquals(
                    "ppo.yaml:2:14: loss.clipRange must be in (0, 1), was 2.0", refusal("loss:\n  clipRange: 2\n"));
        }

        @Test
        void aCheckOfTheWholeRecordIsPlacedAtItsSection() {
            assertEquals(
                    "ppo.yaml:2:3: loss: whitening is not meant for 100 epochs", refusal("loss:\n  epochs: 100\n"));
        }

        @Test
        void anOptionalSectionMustBeWhole() {
            assertTrue(refusal("extra: {epochs: 1}").endsWith("extra.clipRange is missing"));
        }

        @Test
        void aSecondDocumentIsRefused() {
            assertTrue(refusal("seed: 1\n---\nseed: 2\n").endsWith("found a second document, expected one"));
        }

        @Test
        void anAliasIsRefused() {
            assertTrue(refusal("name: &n x\nstages: [*n]\n").endsWith("found the alias *n, expected the value itself"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "# nothing here\n"})
        void anEmptyFileIsRefused(String text) {
            assertEquals("ppo.yaml:1:1: found no settings, expected at least one \"key: value\"", refusal(text));
        }

        @Test
        void aFileOfSomethingElseIsRefused() {
            assertEquals("ppo.yaml:1:1: found \"hello world\", expected \"key: value\" lines", refusal("hello world"));
            assertTrue(refusal("a: [1, 2").startsWith("ppo.yaml:1:"));
            assertTrue(refusal("\t{").contains("not readable as YAML"));
        }

        @Test
        void aMissingFileIsNamed(@TempDir Path folder) {
            Path missing = folder.resolve("none.yaml");

            assertEquals(
                    "Cannot read " + missing + ": no such file or folder",
                    assertThrows(
                                    FileAccessException.class,
                                    () -> Configs.resolve(DEFAULTS, List.of(missing), List.of()))
                            .getMessage());
        }

        @Test
        void aBinaryFileIsNamed(@TempDir Path folder) throws IOException {
            Path binary = Files.write(folder.resolve("model.gguf"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

            assertEquals(
                    binary + ": found a file that is not UTF-8 text",
                    assertThrows(ConfigException.class, () -> Configs.resolve(DEFAULTS, List.of(binary), List.of()))
                            .getMessage());
        }
    }
}
