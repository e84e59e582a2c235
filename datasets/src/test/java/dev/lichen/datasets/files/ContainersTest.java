package dev.lichen.datasets.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.DataFormatException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainersTest {

    private static final List<String> LINES = List.of(
            "{\"prompt\":\"Why, \\\"you\\\"\\tsay?\\r\\nTell 我\",\"n\":3,\"p\":0.25,\"good\":true,\"tags\":[\"a\",\"b\"]}",
            "{\"prompt\":\"42\",\"n\":-7,\"p\":1.5,\"good\":false,\"tags\":[]}",
            "{\"prompt\":\"\",\"n\":9007199254740993,\"meta\":{\"source\":\"x\",\"deep\":[{\"k\":1},{\"k\":2}]}}");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.jsonl",
                "a.jsonl.gz",
                "a.jsonl.zst",
                "a.json",
                "a.json.gz",
                "a.csv",
                "a.csv.zst",
                "a.tsv",
                "a.tsv.gz",
                "a.parquet"
            })
    void everyContainerGivesBackWhatWasWritten(String name) throws IOException {
        assertEquals(LINES, lines(write(name, LINES)));
        assertEquals(List.of(folder.resolve(name)), files());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jsonl", "a.jsonl.zst", "a.json.gz", "a.csv", "a.tsv.gz", "a.parquet"})
    void containersAreKnownByTheirContent(String name) throws IOException {
        Path unnamed = folder.resolve("unnamed");
        Files.move(write(name, LINES), unnamed);
        assertEquals(LINES, lines(unnamed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jsonl", "a.json", "a.csv", "a.parquet"})
    void writingThatIsGivenUpLeavesNothing(String name) throws IOException {
        try (RecordWriter writer = RecordWriter.open(folder.resolve(name))) {
            writer.write(Json.MAPPER.readTree(LINES.getFirst()));
        }
        assertEquals(List.of(), files());
    }

    @Test
    void nullsInListsStayAndNullFieldsOfColumnsGo() throws IOException {
        List<String> lines = List.of("{\"tiers\":[1,null,2],\"x\":null}", "{\"tiers\":[null]}", "{\"x\":\"y\"}");
        assertEquals(
                List.of("{\"tiers\":[1,null,2]}", "{\"tiers\":[null]}", "{\"x\":\"y\"}"),
                lines(write("a.parquet", lines)));
    }

    @Test
    void columnsOfManyTypesHoldJson() throws IOException {
        List<String> lines = List.of(
                "{\"v\":1,\"w\":{}}",
                "{\"v\":\"one\",\"w\":{\"a\":1}}",
                "{\"v\":[1,{\"a\":null}]}",
                "{\"v\":12345678901234567890}",
                "{\"v\":0.1000000000000000055511151231257827}");
        assertEquals(lines, lines(write("a.parquet", lines)));
    }

    @Test
    void objectsThatGoOverLinesAreRead() throws IOException {
        Path file = file("moss.json", "{\n  \"a\": {\n    \"b\": \"}\"\n  }\n}\n\n{\n \"a\": 2 }");
        assertEquals(List.of("{\"a\":{\"b\":\"}\"}}", "{\"a\":2}"), lines(file));
        assertEquals(List.of(1L, 7L), lineNumbers(file));
    }

    @Test
    void arraysAreCutAtTheirElements() throws IOException {
        Path file = file("a.json", " [ {\"a\":\"]\\\"\"} ,\n\n{\"a\":[{}]}\n]\n");
        assertEquals(List.of("{\"a\":\"]\\\"\"}", "{\"a\":[{}]}"), lines(file));
        assertEquals(List.of(1L, 3L), lineNumbers(file));
        fails(file("b.json", "[]"), "Empty data file");
        fails(file("b.json", "[{\"a\":1},\n{\"a\":"), "Truncated JSON array at " + folder.resolve("b.json") + ":2");
        fails(file("b.json", "[{\"a\":1},"), "Truncated JSON array");
        fails(file("b.json", "[{\"a\":1}"), "Truncated JSON array");
        fails(file("b.json", "[{\"a\":1},]"), "Broken JSON array", "found \"]\", expected a record");
        fails(file("b.json", "[{\"a\":1} {}]"), "Broken JSON array", "expected \",\" or \"]\" after a record");
        fails(file("b.json", "[{\"a\":1}] {}"), "text after the array");
    }

    @Test
    void badElementsOfAnArrayCanBeSkipped() throws IOException {
        Path file = file("a.json", "[{\"a\":1},\n{\"a\" 2},\n3,\n{\"a\":4}]");
        BadRecords bad = new BadRecords(BadRecordPolicy.SKIP);
        assertEquals(List.of("{\"a\":1}", "{\"a\":4}"), lines(file, bad));
        assertEquals(2, bad.count());
    }

    @Test
    void recordsBeyondTheLimitArePassedOverInConstantMemory() throws IOException {
        Path file = folder.resolve("long.jsonl");
        try (OutputStream output = Compression.ZSTD.pack(Files.newOutputStream(file))) {
            output.write("{\"a\":1}\n{\"a\":\"".getBytes(StandardCharsets.UTF_8));
            byte[] filler = new byte[1 << 20];
            Arrays.fill(filler, (byte) 'x');
            for (int i = 0; i < 100; i++) {
                output.write(filler);
            }
            output.write("\"}\n{\"a\":3}\n".getBytes(StandardCharsets.UTF_8));
        }
        BadRecords bad = new BadRecords(BadRecordPolicy.SKIP);
        assertEquals(List.of("{\"a\":1}", "{\"a\":3}"), lines(file, bad));
        assertEquals(
                "skipped 1: Record too long, expected at most 32 MiB (" + file + ":2)",
                bad.skips().getFirst().toString());
    }

    @Test
    void tablesAsOthersWriteThemAreRead() throws IOException {
        Path file = file(
                "a.csv", ",prompt,label,score,note\r\n0,\"a \"\"b\"\"\nc\",True,0.50,\r\n1,5\" disk,False,007,x\r\n");
        assertEquals(
                List.of(
                        "{\"prompt\":\"a \\\"b\\\"\\nc\",\"label\":true,\"score\":0.50}",
                        "{\"prompt\":\"5\\\" disk\",\"label\":false,\"score\":\"007\",\"note\":\"x\"}"),
                lines(file));
        assertEquals(List.of(2L, 4L), lineNumbers(file));
    }

    @Test
    void numbersInTablesServeAsTexts() throws IOException {
        Path file = file("a.csv", "prompt,chosen\nsix times seven,42\n");
        DataFiles.scan(file, fields -> {
            assertEquals("42", fields.text("chosen"));
            return true;
        });
    }

    @Test
    void faultsOfTablesAreNamed() throws IOException {
        fails(file("a.csv", "a,b\n1,2\n1,2,3\n"), ":3: found 3 cells, expected 2 cells as in the first row");
        fails(file("a.csv", "a,b\n1,\"2\n"), "Truncated table at", ":2: found the end of the file inside quotes");
        fails(file("a.csv", "a,a\n1,2\n"), "Duplicate field at", "found \"a\" twice");
        fails(file("a.csv", "a,b\n"), "Empty data file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jsonl.gz", "a.jsonl.zst", "a.parquet"})
    void truncatedFilesAreNamed(String name) throws IOException {
        byte[] whole = Files.readAllBytes(write(name, LINES));
        for (int length : new int[] {whole.length - 1, whole.length / 2, 12}) {
            Path cut = folder.resolve("cut");
            Files.write(cut, Arrays.copyOf(whole, length));
            fails(cut, "Damaged ");
        }
    }

    @Test
    void readingIsReportedToTheLastByte() throws IOException {
        for (String name : List.of("a.jsonl.gz", "a.parquet")) {
            Path file = write(name, LINES);
            long[] told = new long[2];
            DataFiles.scan(
                    file,
                    new BadRecords(BadRecordPolicy.FAIL),
                    (more, total) -> {
                        told[0] += more;
                        told[1] = total;
                    },
                    fields -> true);
            assertEquals(Files.size(file), told[0], name);
            assertEquals(Files.size(file), told[1], name);
        }
    }

    private Path write(String name, List<String> lines) throws IOException {
        Path file = folder.resolve(name);
        try (RecordWriter writer = RecordWriter.open(file)) {
            for (String line : lines) {
                writer.write(Json.MAPPER.readTree(line));
            }
            writer.commit();
        }
        return file;
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static List<String> lines(Path file) {
        return lines(file, new BadRecords(BadRecordPolicy.FAIL));
    }

    private static List<String> lines(Path file, BadRecords bad) {
        List<String> lines = new ArrayList<>();
        DataFiles.scan(file, bad, ReadProgress.SILENT, fields -> {
            ObjectNode object = fields.json();
            return lines.add(object.toString());
        });
        return lines;
    }

    private static List<Long> lineNumbers(Path file) {
        List<Long> numbers = new ArrayList<>();
        DataFiles.scan(file, fields -> numbers.add(fields.place().line()));
        return numbers;
    }

    private static void fails(Path file, String... parts) {
        DataFormatException e = assertThrows(DataFormatException.class, () -> lines(file));
        for (String part : parts) {
            assertEquals(part, e.getMessage().contains(part) ? part : e.getMessage());
        }
        assertFalse(e.getMessage().contains("\n"));
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
