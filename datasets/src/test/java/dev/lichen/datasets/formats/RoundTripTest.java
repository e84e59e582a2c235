package dev.lichen.datasets.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.SharedData;
import dev.lichen.datasets.files.BadRecordPolicy;
import dev.lichen.datasets.files.FormulaPolicy;
import dev.lichen.datasets.files.JsonStyle;
import dev.lichen.datasets.files.ReadProgress;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.inspection.DatasetInspector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes every real file to our records and back, and compares byte by byte. */
class RoundTripTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Folders of models, tokenizers and running text: no data files. */
    private static final Set<String> NO_RECORDS = Set.of("parity", "tokenizers", "tinyshakespeare");

    /** Indented by hand, each line differently: what comes back says the same in other white space. */
    private static final String BY_HAND = "moss-rlhf-ppo";

    private static final String HARMLESS = "hh-rlhf-harmless-test";

    @TempDir
    private Path folder;

    @Test
    void everyRealFileIsRecognisedAndComesBackByteByByte() throws IOException {
        Map<String, Long> formats = new TreeMap<>();
        for (Path file : realFiles()) {
            Path back = thereAndBack(file);
            compare(file, back);
            assertTrue(DatasetInspector.inspect(file).records() > 0, file::toString);
            formats.merge(Datasets.recognise(file).name(), 1L, Long::sum);
        }
        assertEquals(
                Map.ofEntries(
                        Map.entry("alpaca", 4L),
                        Map.entry("gsm8k-solutions", 1L),
                        Map.entry("hh-rlhf", 2L),
                        Map.entry("judge-prompt", 1L),
                        Map.entry("moss-003", 1120L),
                        Map.entry("moss-rlhf-ppo", 2L),
                        Map.entry("moss-user-prompt", 7L),
                        Map.entry("mt-bench-answer", 1L),
                        Map.entry("mt-bench-question", 2L),
                        Map.entry("paragraphs", 1L),
                        Map.entry("question-answer", 2L),
                        Map.entry("ranked-outputs", 1L),
                        Map.entry("self-instruct", 3L),
                        Map.entry("sharegpt", 2L),
                        Map.entry("sharegpt-preference", 2L),
                        Map.entry("unpaired-messages", 1L)),
                formats);
    }

    @Test
    void runningTextIsNamedForWhatItIs() {
        Path text = SharedData.path("tinyshakespeare/input.txt");
        DataFormatException e = assertThrows(DataFormatException.class, () -> Datasets.recognise(text));
        assertTrue(e.getMessage().contains("First Citizen"), e.getMessage());
    }

    /** Without the style of the original the same values come back in other bytes. */
    @Test
    void negativeControlBytesDifferWithoutTheStyle() throws IOException {
        Path file = SharedData.path("stanford-alpaca/alpaca_5000.first2000.json");
        Path back = convert(
                convert(file, null, "records", JsonStyle.COMPACT, "r.jsonl"),
                "records",
                "alpaca",
                JsonStyle.COMPACT,
                "b.json");
        assertFalse(Files.mismatch(file, back) < 0);
        assertEquals(MAPPER.readTree(file.toFile()), MAPPER.readTree(back.toFile()));
        assertNotEquals(JsonStyle.COMPACT, JsonStyle.of(file));
    }

    private Path thereAndBack(Path file) {
        Format format = Datasets.recognise(file);
        Path records = convert(file, null, "records", JsonStyle.COMPACT, "records.jsonl");
        return convert(records, "records", format.name(), JsonStyle.of(file), "back.json");
    }

    private Path convert(Path input, @Nullable String from, String to, JsonStyle style, String name) {
        Path output = folder.resolve(name);
        Format source = from == null ? null : Formats.named(from).orElseThrow();
        Format target = Formats.named(to).orElseThrow();
        ConversionReport report = new Conversion(
                        source, target, new Output(output, style, FormulaPolicy.KEEP), BadRecordPolicy.FAIL)
                .run(input, ReadProgress.SILENT);
        assertEquals(List.of(), report.unwritable(), input::toString);
        assertEquals(List.of(), report.losses(), input::toString);
        return output;
    }

    private void compare(Path file, Path back) throws IOException {
        if (file.getParent().endsWith(BY_HAND)) {
            assertEquals(MAPPER.readTree(file.toFile()), MAPPER.readTree(back.toFile()), file::toString);
        } else if (file.getParent().endsWith(HARMLESS)) {
            List<String> kept = Files.readAllLines(file.resolveSibling("harmless-base-test.jsonl")).stream()
                    .filter(RoundTripTest::sharesPrompt)
                    .toList();
            assertEquals(2307, kept.size());
            assertEquals(kept, Files.readAllLines(back));
        } else {
            assertEquals(-1, Files.mismatch(file, back), () -> file + ": first difference");
        }
    }

    /** The publisher's rule, apart from our reader: both are equal up to the last answer. */
    private static boolean sharesPrompt(String line) {
        try {
            var json = MAPPER.readTree(line);
            String chosen = json.path("chosen").asText();
            String rejected = json.path("rejected").asText();
            return beforeAnswer(chosen).equals(beforeAnswer(rejected)) && !chosen.equals(rejected);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }

    private static String beforeAnswer(String transcript) {
        return transcript.substring(0, transcript.lastIndexOf("\n\nAssistant:"));
    }

    private static List<Path> realFiles() throws IOException {
        Path data = SharedData.path(".");
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("PROVENANCE.md"))
                    .filter(file -> !NO_RECORDS.contains(
                            data.relativize(file).getName(0).toString()))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }
}
