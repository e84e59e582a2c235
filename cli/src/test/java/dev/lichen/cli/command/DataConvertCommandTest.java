package dev.lichen.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataConvertCommandTest {

    private static final String TRANSCRIPTS =
            "{\"chosen\": \"\\n\\nHuman: Hé\\n\\nAssistant: a/b\", \"rejected\": \"\\n\\nHuman: Hé\\n\\nAssistant: c\"}\n";
    private static final String STRANGERS =
            "{\"chosen\": \"\\n\\nHuman: x\\n\\nAssistant: a\", \"rejected\": \"\\n\\nHuman: y\\n\\nAssistant: c\"}\n";

    @TempDir
    private Path folder;

    @Test
    void aFileComesBackByteByByteThroughOurRecords() throws IOException {
        Path original = file("hh.jsonl", TRANSCRIPTS);
        Path records = folder.resolve("records.jsonl");
        Path back = folder.resolve("back.jsonl");
        CommandRun there = convert(original, "ranking", records);
        assertEquals(0, there.exitCode(), there.errors());
        assertTrue(there.output().contains("nothing was left out or lost"), there.output());
        CommandRun again = convert(records, "hh-rlhf", back, "--like", original.toString());
        assertEquals(0, again.exitCode(), again.errors());
        assertEquals(TRANSCRIPTS, Files.readString(back));
    }

    @Test
    void whatIsSkippedAndLostIsNamedWithCountsAndPlaces() throws IOException {
        Path file = file("hh.jsonl", TRANSCRIPTS + STRANGERS);
        CommandRun run = convert(file, "messages", folder.resolve("out.jsonl"));
        assertTrue(
                run.output().contains("skipped 1: chosen and rejected do not share a prompt (" + file + ":2)"),
                run.output());
        assertTrue(
                run.output().contains("lost in 1: answers other than the best, and their order (" + file + ":1)"),
                run.output());
        CommandRun json = convert(file, "messages", folder.resolve("out.jsonl"), "--json");
        assertTrue(json.output().contains("\"written\" : 1"), json.output());
    }

    @Test
    void badRecordsFailOrAreSkippedAndLeaveNoHalfFile() throws IOException {
        Path file = file("hh.jsonl", TRANSCRIPTS + "{\"chosen\": 1, \"rejected\": 2}\n" + TRANSCRIPTS);
        Path out = folder.resolve("out.jsonl");
        CommandRun failed = convert(file, "ranking", out);
        assertTrue(failed.isUserError(), failed.errors());
        assertTrue(failed.errors().contains(file + ":2"), failed.errors());
        assertFalse(Files.exists(out));
        CommandRun skipped = convert(file, "ranking", out, "--on-bad-record", "skip");
        assertEquals(0, skipped.exitCode(), skipped.errors());
        assertTrue(skipped.output().contains("bad 1: "), skipped.output());
        assertEquals(2, Files.readAllLines(out).size());
    }

    @Test
    void aBadFirstRecordIsSkippedToo() throws IOException {
        Path file = file("hh.jsonl", "{\"chosen\": \n" + TRANSCRIPTS);
        Path out = folder.resolve("out.jsonl");
        CommandRun run = convert(file, "ranking", out, "--on-bad-record", "skip");
        assertEquals(0, run.exitCode(), run.errors());
        assertTrue(run.output().contains("bad 1: "), run.output());
        assertEquals(1, Files.readAllLines(out).size());
        CommandRun none =
                convert(file("none.jsonl", "{\"x\": 1}\n{\"y\": 2}\n"), "ranking", out, "--on-bad-record", "skip");
        assertTrue(none.isUserError(), none.errors());
        assertTrue(none.errors().contains("2 bad records only"), none.errors());
    }

    @Test
    void formulasInATableStayUnlessTheyAreToBeNeutralised() throws IOException {
        Path file = file("pairs.jsonl", "{\"prompt\": \"=1+1\", \"chosen\": \"2\", \"rejected\": \"-3\"}\n");
        Path table = folder.resolve("out.csv");
        assertEquals(0, convert(file, "trl-preference", table).exitCode());
        assertEquals("\"=1+1\",\"2\",\"-3\"", Files.readAllLines(table).getLast());
        CommandRun run = CommandRun.of(
                "data",
                "convert",
                file.toString(),
                "--to",
                "trl-preference",
                "-o",
                table.toString(),
                "--neutralise-formulas");
        assertTrue(run.output().contains("neutralised 1 of column rejected"), run.output());
        assertEquals(
                "\"'=1+1\",\"2\",\"'-3\",\"[\"\"prompt\"\",\"\"rejected\"\"]\"",
                Files.readAllLines(table).getLast());
        Path back = folder.resolve("back.jsonl");
        assertEquals(0, convert(table, "trl-preference", back).exitCode());
        assertEquals(
                "{\"prompt\":\"=1+1\",\"chosen\":\"2\",\"rejected\":\"-3\"}",
                Files.readString(back).strip());
    }

    @Test
    void aFormatThatCanHoldNothingOfItIsAUsersError() throws IOException {
        Path file = file("prompts.jsonl", "{\"prompt\": \"Name a prime.\"}\n");
        CommandRun run = convert(file, "hh-rlhf", folder.resolve("out.jsonl"));
        assertTrue(run.isUserError(), run.errors());
        assertTrue(run.errors().contains("left out 1: it ranks nothing"), run.errors());
    }

    @Test
    void unknownFormatsAreUsersErrorsThatListTheKnownOnes() throws IOException {
        Path file = file("prompts.jsonl", "{\"prompt\": \"Name a prime.\"}\n");
        CommandRun run = convert(file, "hh", folder.resolve("out.jsonl"));
        assertTrue(run.isUserError(), run.errors());
        assertTrue(run.errors().contains("hh-rlhf"), run.errors());
        assertTrue(CommandRun.of("data", "formats").output().contains("helpsteer2-preference"));
    }

    private CommandRun convert(Path file, String to, Path output, String... more) {
        String[] arguments = new String[7 + more.length];
        System.arraycopy(
                new String[] {"data", "convert", file.toString(), "--to", to, "-o", output.toString()},
                0,
                arguments,
                0,
                7);
        System.arraycopy(more, 0, arguments, 7, more.length);
        return CommandRun.of(arguments);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
