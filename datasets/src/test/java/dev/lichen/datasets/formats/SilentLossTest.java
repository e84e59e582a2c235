package dev.lichen.datasets.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.lichen.datasets.files.BadRecordPolicy;
import dev.lichen.datasets.files.FormulaPolicy;
import dev.lichen.datasets.files.JsonStyle;
import dev.lichen.datasets.files.ReadProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of a record may change or go without a word: it comes back as it was, or the report names the loss. */
class SilentLossTest {

    private static final String NUMBERS = "{\"prompt\":\"q\",\"chosen\":\"a\",\"rejected\":\"b\","
            + "\"x\":[-0.0,1e5,1E5,1e+5,100000.0,1.50,0.1e1,1e-7,1E-07,0.00001,3.0e10,5e-324,123456789.12345678901234567890]}";

    @TempDir
    private Path folder;

    @Test
    void numbersKeepTheirSpelling() throws IOException {
        Path original = write("pairs.jsonl", NUMBERS);
        Path records = folder.resolve("records.jsonl");
        assertEquals(List.of(), convert(original, "records", records, JsonStyle.COMPACT));
        Path back = folder.resolve("back.jsonl");
        assertEquals(List.of(), convert(records, "trl-preference", back, JsonStyle.COMPACT));
        assertEquals(NUMBERS, Files.readString(back).strip());
        Path styled = folder.resolve("styled.jsonl");
        convert(records, "trl-preference", styled, JsonStyle.of(original));
        assertEquals(NUMBERS, Files.readString(styled).strip());
    }

    /** What a number is worth does not say how it was spelled. */
    @Test
    void negativeControlSpellingsDifferWhereValuesDoNot() {
        assertNotEquals("1e5", Double.toString(1e5));
        assertEquals("0", new java.math.BigDecimal("-0").toString());
    }

    @Test
    void foreignFieldNamedLikeOneOfTheFormatIsNamed() throws IOException {
        Path original = write("pairs.jsonl", "{\"prompt\":\"q\",\"chosen\":\"a\",\"rejected\":\"b\",\"answers\":7}");
        List<ConversionReport.Count> losses =
                convert(original, "ranking", folder.resolve("rankings.jsonl"), JsonStyle.COMPACT);
        assertEquals(
                List.of("a foreign field \"answers\", since the format has a field of that name"),
                losses.stream().map(ConversionReport.Count::name).toList());
        assertEquals(List.of(original + ":1"), losses.getFirst().first());
    }

    /** A field of the format is a model's name, of which there can be one. */
    @Test
    void secondAnswerOfAModelIsKeptAndTheLossOfItsNameNamed() throws IOException {
        Path original = write(
                "rankings.jsonl",
                "{\"prompt\":[{\"role\":\"user\",\"content\":\"q\"}],\"answers\":[{\"content\":\"a\",\"generator\":\"m\"},"
                        + "{\"content\":\"b\",\"generator\":\"m\"}],\"tiers\":[1,2],\"acceptable_tier\":1}");
        Path solutions = folder.resolve("solutions.jsonl");
        List<ConversionReport.Count> losses = convert(original, "gsm8k-solutions", solutions, JsonStyle.COMPACT);
        assertEquals(
                List.of("who wrote an answer whose model wrote another one, too"),
                losses.stream().map(ConversionReport.Count::name).toList());
        assertEquals(
                "{\"question\":\"q\",\"ground_truth\":\"\",\"m\":{\"is_correct\":true,\"solution\":\"a\"},"
                        + "\"answer_2\":{\"is_correct\":false,\"solution\":\"b\"}}",
                Files.readString(solutions).strip());
    }

    /** The columns of Label Studio's CSV are sorted, and results are JSON in a cell. */
    @Test
    void labelStudiosTableIsRead() throws IOException {
        Path table = write(
                "export.csv",
                "\"annotation_id\",\"annotator\",\"answer1\",\"answer2\",\"created_at\",\"id\",\"lead_time\",\"prompt\",\"pw\",\"updated_at\"\n"
                        + "11,\"ann@example.org\",\"9\",\"7\",\"2024\",1,4.5,\"Name a prime.\",\"[{\"\"selected\"\": \"\"right\"\"}]\",\"2024\"");
        Path rankings = folder.resolve("rankings.jsonl");
        convert(table, "ranking", rankings, JsonStyle.COMPACT);
        String line = Files.readString(rankings);
        assertEquals(
                "{\"prompt\":[{\"role\":\"user\",\"content\":\"Name a prime.\"}],\"answers\":[{\"content\":\"9\"},{\"content\":\"7\"}],"
                        + "\"tiers\":[2,1],\"annotator\":\"ann@example.org\",",
                line.substring(0, line.indexOf("\"annotation_id")));
    }

    private Path write(String name, String line) throws IOException {
        return Files.writeString(folder.resolve(name), line + "\n");
    }

    private static List<ConversionReport.Count> convert(Path input, String to, Path output, JsonStyle style) {
        Conversion conversion = new Conversion(
                null,
                Formats.named(to).orElseThrow(),
                new Output(output, style, FormulaPolicy.KEEP),
                BadRecordPolicy.FAIL);
        return conversion.run(input, ReadProgress.SILENT).losses();
    }
}
