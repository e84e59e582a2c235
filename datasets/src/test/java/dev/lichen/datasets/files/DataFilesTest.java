package dev.lichen.datasets.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lichen.FileAccessException;
import dev.lichen.datasets.Conversation;
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.Demonstration;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.Rating;
import dev.lichen.datasets.SampleRecords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFilesTest {

    private static final String HELLO = "{\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}";

    @TempDir
    private Path folder;

    @Test
    void recordsComeBackAsTheyWere() {
        Path file = folder.resolve("deep/rankings.jsonl.gz");
        List<Ranking> rankings = List.of(SampleRecords.tiedAndPartial(), SampleRecords.tiedAndPartial());
        DataFiles.write(file, rankings);
        assertEquals(rankings, DataFiles.read(file, Ranking::from));
    }

    @Test
    void unknownFieldsAreWrittenBackByteForByte() throws IOException {
        String line = "{\"prompt\":[{\"role\":\"user\",\"content\":\"是\",\"name\":\"li\"}],"
                + "\"answers\":[{\"content\":\"a\",\"generator\":\"m\",\"seed\":7},{\"content\":\"b\",\"p\":0.10}],"
                + "\"tiers\":[1,null],\"annotator\":\"x\",\"acceptable_tier\":1,"
                + "\"id\":\"q\",\"language\":\"zh\",\"source\":\"s\",\"sha\":null,\"n\":[1.50,{\"e\":1}]}\n";
        assertEquals(line, rewritten(line));
    }

    @Test
    void numericIdStaysANumber() throws IOException {
        Path file = file("{\"prompt\":[{\"role\":\"user\",\"content\":\"a\"}],\"answer\":\"b\",\"criterion\":\"c\","
                + "\"value\":2.50,\"annotator\":\"d\",\"id\":17}\n");
        List<Rating> ratings = DataFiles.read(file, Rating::from);
        assertEquals("17", ratings.getFirst().attributes().id());
        Path again = folder.resolve("again.jsonl");
        DataFiles.write(again, ratings);
        assertEquals(Files.readString(file), Files.readString(again));
    }

    @Test
    void arraysByteOrderMarksAndBlankLinesAreRead() throws IOException {
        assertEquals(2, conversations("\uFEFF[" + HELLO + ",\n" + HELLO + "]"));
        assertEquals(2, conversations("\n" + HELLO + "\r\n\r\n" + HELLO));
    }

    @Test
    void linesLongerThanTheBufferAreRead() throws IOException {
        String big = HELLO.replace("hello", "h".repeat(300_000));
        assertEquals(3, conversations(HELLO + "\n" + big + "\n" + HELLO));
    }

    @Test
    void gzipIsKnownByItsBytes() throws IOException {
        Path file = folder.resolve("unnamed");
        Files.write(file, gzip(HELLO));
        assertEquals(1, DataFiles.read(file, Conversation::from).size());
    }

    @Test
    void brokenJsonNamesTheLine() throws IOException {
        fails(HELLO + "\n{\"messages\": [}\n", ":2: found \"Unexpected close marker");
        fails("[" + HELLO + ",\n" + HELLO + ",\n{\"messages\"]", ":3: found");
    }

    @Test
    void wrongTypesNameLineAndField() throws IOException {
        fails(
                "{\"messages\":[{\"role\":\"user\",\"content\":3}]}",
                "Bad field \"messages[0].content\" at ",
                ":1: found number 3, expected a string");
        fails("{\"messages\":[7]}", "Bad field \"messages[0]\" at ", "found number 7, expected an object");
        fails("{\"messages\":[{\"role\":\"boss\",\"content\":\"\"}]}", "expected one of system, user, assistant, tool");
        fails("{\"messages\":[]}", "Bad conversation at", ":1: found no messages, expected at least one message");
        fails("{\"text\":\"\"}", "Bad field \"messages\" at", "found nothing, expected a list");
        fails(HELLO + "\n3\n", "Bad record at", ":2: found number 3, expected a JSON object");
        fails("{\"messages\":[],\"messages\":[]}", "Duplicate field");
    }

    @Test
    void recordThatBreaksItsRulesNamesTheLine() throws IOException {
        Path file = file(HELLO);
        DataFormatException e =
                assertThrows(DataFormatException.class, () -> DataFiles.read(file, Demonstration::from));
        assertEquals(
                "Bad demonstration at " + file
                        + ":1: found a last message from the user, expected one from the assistant",
                e.getMessage());
        assertEquals(2, e.exitCode());
    }

    @Test
    void foreignFilesAreNamedForWhatTheyAre() throws IOException {
        fails("", "found an empty file");
        fails("\n \n", "Empty data file", "found no records");
        fails("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n", "found a Git LFS pointer");
        fails("It was a dark night.\n", "found text that begins with \"It was a dark night.\"");
        fails("<!DOCTYPE html>\n<html>", "found an HTML page");
        fails("PK\3\4rest", "found a zip archive");
        failsOn("{}".getBytes(StandardCharsets.UTF_16), "found text in UTF-16");
        failsOn(HELLO.getBytes(StandardCharsets.UTF_16LE), "found text in UTF-16LE");
        failsOn("PAR1....".getBytes(StandardCharsets.US_ASCII), "Damaged Parquet file");
    }

    @Test
    void bytesThatAreNoTextAreNamed() throws IOException {
        fails(HELLO + "\n" + HELLO + "\0", "NUL byte at", ":2: found a NUL byte at byte 49 of the record");
        failsOn(
                HELLO.replace("hello", "café au lait").getBytes(StandardCharsets.ISO_8859_1),
                "Not UTF-8 at",
                "probably Latin-1 or Windows-1252",
                "iconv -f Latin-1 -t UTF-8");
        failsOn(HELLO.replace("hello", "人类的偏好").getBytes(Charset.forName("GB18030")), "probably GB18030");
        byte[] surrogate = HELLO.replace("hello", "???").getBytes(StandardCharsets.US_ASCII);
        int at = HELLO.indexOf("hello");
        surrogate[at] = (byte) 0xED;
        surrogate[at + 1] = (byte) 0xA0;
        surrogate[at + 2] = (byte) 0xBD;
        failsOn(surrogate, "Lone surrogate at", "half a surrogate pair at byte 40 of the record");
    }

    @Test
    void halfASurrogatePairIsNamed() throws IOException {
        fails(
                HELLO.replace("hello", "a\\ud83d"),
                "\"messages[0].content\"",
                "half a surrogate pair, \\ud83d, at character 2");
        assertEquals(1, conversations(HELLO.replace("hello", "\\ud83d\\ude00")));
    }

    @Test
    void failureWhileWritingLeavesTheTargetAlone() throws IOException {
        Path file = file("old");
        Iterable<Conversation> failing = () -> {
            throw new IllegalStateException("planted");
        };
        assertThrows(IllegalStateException.class, () -> DataFiles.write(file, failing));
        assertEquals("old", Files.readString(file));
        assertThrows(FileAccessException.class, () -> DataFiles.write(file.resolve("below-a-file.jsonl"), List.of()));
    }

    @Test
    void truncatedGzipIsNamed() throws IOException {
        byte[] whole = gzip(HELLO);
        failsOn(java.util.Arrays.copyOf(whole, whole.length - 12), "Damaged gzip file");
    }

    @Test
    void missingFileAndFolderAreNamed() {
        Path missing = folder.resolve("missing.jsonl");
        FileAccessException e =
                assertThrows(FileAccessException.class, () -> DataFiles.read(missing, Conversation::from));
        assertEquals("Cannot read " + missing + ": no such file or folder", e.getMessage());
        assertThrows(DataFormatException.class, () -> DataFiles.read(folder, Conversation::from));
    }

    @Test
    void uncommittedWritingLeavesTheTargetAlone() throws IOException {
        Path file = file("old");
        try (RecordWriter writer = RecordWriter.open(file)) {
            writer.write(SampleRecords.twoTurns());
        }
        assertEquals("old", Files.readString(file));
        assertFalse(Files.exists(folder.resolve(".data.jsonl.partial")));
    }

    private String rewritten(String line) throws IOException {
        Path again = folder.resolve("again.jsonl");
        DataFiles.write(again, DataFiles.read(file(line), Ranking::from));
        return Files.readString(again);
    }

    private int conversations(String content) throws IOException {
        return DataFiles.read(file(content), Conversation::from).size();
    }

    private void fails(String content, String... messageParts) throws IOException {
        failsOn(content.getBytes(StandardCharsets.UTF_8), messageParts);
    }

    private void failsOn(byte[] content, String... messageParts) throws IOException {
        Path file = folder.resolve("data.jsonl");
        Files.write(file, content);
        DataFormatException e = assertThrows(DataFormatException.class, () -> DataFiles.read(file, Conversation::from));
        for (String part : messageParts) {
            assertEquals(part, e.getMessage().contains(part) ? part : e.getMessage());
        }
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("data.jsonl"), content);
    }

    private static byte[] gzip(String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream output = new GZIPOutputStream(bytes)) {
            output.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
