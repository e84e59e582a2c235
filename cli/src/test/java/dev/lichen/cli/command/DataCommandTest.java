package dev.lichen.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandTest {

    @TempDir
    private Path folder;

    @Test
    void inspectDescribesAFileAsTableAndAsJson() throws IOException {
        Path file = pairs(10);
        assertTrue(CommandRun.of("data", "inspect", file.toString()).output().contains("rankings"));
        assertTrue(CommandRun.of("data", "inspect", "--json", file.toString())
                .output()
                .contains("\"records\" : 10"));
    }

    @Test
    void splitPutsNoPromptIntoTwoParts() throws IOException {
        CommandRun run =
                CommandRun.of(("data split " + pairs(200) + " --test 0.2 --validation 0.2 --to " + folder).split(" "));
        assertEquals(0, run.exitCode(), run.errors());
        List<String> all = new ArrayList<>();
        for (String part : List.of("train", "validation", "test")) {
            all.addAll(Files.readAllLines(folder.resolve(part + ".jsonl")));
        }
        Set<String> prompts = all.stream()
                .map(line -> line.substring(0, line.indexOf("answers")))
                .collect(Collectors.toSet());
        assertEquals(200, all.size());
        assertEquals(new HashSet<>(prompts).size(), all.size());
    }

    @Test
    void agreementIsATableAndJson() throws IOException {
        Path file = Files.writeString(
                folder.resolve("rankings.jsonl"),
                IntStream.range(0, 12)
                        .mapToObj(i -> ranking("question " + i / 3, "annotator " + i % 3, i == 4 ? "[2,1]" : "[1,2]"))
                        .collect(Collectors.joining("\n")));
        CommandRun table = CommandRun.of("data", "agreement", file.toString());
        assertEquals(0, table.exitCode(), table.errors());
        assertTrue(table.output().contains("Krippendorff's alpha, ordinal"), table.output());
        assertTrue(table.output().contains("12 records, 4 prompts"), table.output());
        CommandRun json = CommandRun.of("data", "agreement", "--json", "--consensus", file.toString());
        assertTrue(json.output().contains("\"statistic\" : \"Kendall's W, mean of tasks\""), json.output());
        assertTrue(json.output().contains("\"rankedPairs\" : [ 1, 2 ]"), json.output());
    }

    @Test
    void agreementSaysOnceThatNobodyJudgedWhatAnotherDid() throws IOException {
        CommandRun run = CommandRun.of("data", "agreement", pairs(5).toString());
        assertEquals(0, run.exitCode(), run.errors());
        assertTrue(
                run.output()
                        .contains(
                                "all: nothing is defined, since no two annotators ranked the same answers to the same prompt"),
                run.output());
    }

    @Test
    void agreementNeedsJudgements() throws IOException {
        Path prompts = Files.writeString(folder.resolve("prompts.jsonl"), "{\"prompt\":\"hello\"}");
        CommandRun run = CommandRun.of("data", "agreement", prompts.toString());
        assertTrue(run.isUserError(), run.errors());
        assertTrue(run.errors().contains("expected rankings or ratings"), run.errors());
        assertTrue(CommandRun.of("data", "agreement", "--interval", "wide", prompts.toString())
                .isUserError());
        assertTrue(CommandRun.of("data", "agreement", "--resamples", "7", prompts.toString())
                .isUserError());
    }

    private static String ranking(String question, String annotator, String tiers) {
        return "{\"prompt\":[{\"role\":\"user\",\"content\":\"%s\"}],\"answers\":[{\"content\":\"yes\"},{\"content\":\"no\"}],\"tiers\":%s,\"annotator\":\"%s\"}"
                .formatted(question, tiers, annotator);
    }

    @Test
    void inspectWritesAPageAndFindsLeakage() throws IOException {
        Path file = pairs(10);
        Path other = Files.copy(file, folder.resolve("other.jsonl"));
        Path page = folder.resolve("page.html");
        CommandRun run = CommandRun.of(
                "data", "inspect", file.toString(), "--against", other.toString(), "--html", page.toString());
        assertEquals(0, run.exitCode(), run.errors());
        assertTrue(run.output().contains("10 exactly, 10 at least nearly"), run.output());
        String html = Files.readString(page);
        assertTrue(html.contains("10 rankings in the format trl-preference"), html);
        assertTrue(html.contains("Prompts that are also in"), html);
    }

    @Test
    void splitKeepsNearDuplicatesTogetherUnlessToldNot() throws IOException {
        String stem = "please tell me in a few words what the weather will be like in the town by the river on day ";
        String lines = IntStream.range(0, 100)
                .mapToObj(i -> "{\"prompt\":\"%s %d\"}".formatted(stem, i))
                .collect(Collectors.joining("\n"));
        Path file = Files.writeString(folder.resolve("prompts.jsonl"), lines);
        String command = "data split " + file + " --test 0.5 --to " + folder.resolve("parts");
        assertEquals(0, CommandRun.of(command.split(" ")).exitCode());
        long together = Files.readAllLines(folder.resolve("parts/test.jsonl")).size();
        assertTrue(together == 0 || together == 100, "in the test: " + together);
        assertEquals(0, CommandRun.of((command + " --near off").split(" ")).exitCode());
        long apart = Files.readAllLines(folder.resolve("parts/test.jsonl")).size();
        assertTrue(apart > 30 && apart < 70, "in the test: " + apart);
    }

    @Test
    void splitByFieldOrAnnotatorKeepsGroupsWhole() throws IOException {
        String lines = IntStream.range(0, 60)
                .mapToObj(i -> "{\"prompt\":\"question %d\",\"meta\":{\"task\":\"t%d\"}}".formatted(i, i % 6))
                .collect(Collectors.joining("\n"));
        Path file = Files.writeString(folder.resolve("tasks.jsonl"), lines);
        String command = "data split " + file + " --test 0.3 --to " + folder.resolve("parts");
        CommandRun run = CommandRun.of((command + " --by field --field meta.task").split(" "));
        assertEquals(0, run.exitCode(), run.errors());
        assertEquals(20, Files.readAllLines(folder.resolve("parts/test.jsonl")).size());
        assertTrue(CommandRun.of((command + " --by annotator").split(" ")).isUserError());
        assertTrue(CommandRun.of((command + " --by field --field nothing").split(" "))
                .isUserError());
        assertTrue(CommandRun.of((command + " --by field").split(" ")).isUserError());
    }

    @Test
    void splitRefusesAFolderWithPartsOfAnotherSplit() throws IOException {
        String command = "data split " + pairs(20) + " --to " + folder + " --test 0.2";
        assertEquals(
                0, CommandRun.of((command + " --validation 0.2").split(" ")).exitCode());
        assertTrue(CommandRun.of(command.split(" ")).isUserError());
    }

    @Test
    void badSharesAndMissingFilesAreUsersErrors() throws IOException {
        assertTrue(CommandRun.of(("data split " + pairs(3) + " --test 1.5 --to " + folder).split(" "))
                .isUserError());
        assertTrue(CommandRun.of("data", "inspect", folder.resolve("absent").toString())
                .isUserError());
    }

    @Test
    void pullRefusesWhatIsNoDataset() {
        CommandRun run = CommandRun.of("data", "pull", "Anthropic/hh-rlhf");
        assertTrue(run.isUserError());
        assertTrue(run.errors().contains("found \"Anthropic/hh-rlhf\", expected hf:OWNER/NAME"), run.errors());
    }

    @Test
    void everyCommandThatReadsTakesTheFormatAndSkipsBadRecords() throws IOException {
        String lines = IntStream.range(0, 20)
                .mapToObj(i -> "{\"prompt\":\"question %d\",\"chosen\":\"yes\",\"rejected\":\"no\"}".formatted(i))
                .collect(Collectors.joining("\n"));
        Path file = Files.writeString(folder.resolve("bad.jsonl"), lines + "\n{\"prompt\":7}\n{\n");
        Path out = folder.resolve("out.jsonl");
        for (String command : List.of(
                "inspect " + file,
                "agreement " + file,
                "split " + file + " --to " + folder.resolve("parts"),
                "clean " + file + " --to " + out,
                "mix " + file + " --to " + out,
                "convert " + file + " --to ranking -o " + out)) {
            CommandRun refused = CommandRun.of(("data " + command).split(" "));
            assertTrue(refused.isUserError() && refused.errors().contains("bad.jsonl:21"), refused.errors());
            CommandRun skipped =
                    CommandRun.of(("data " + command + " --from trl-preference --on-bad-record skip").split(" "));
            assertEquals(0, skipped.exitCode(), skipped.errors());
            String said = skipped.output() + skipped.errors();
            assertTrue(said.contains("Bad field \"prompt\"") && said.contains("Broken JSON"), command + "\n" + said);
            assertTrue(CommandRun.of(("data " + command + " --from moss-003").split(" "))
                    .isUserError());
        }
    }

    @Test
    void helpOfEveryCommandThatReadsShowsBothOptionsInAnExample() {
        for (String command : List.of("inspect", "agreement", "convert", "clean", "split", "mix", "mask")) {
            String help = CommandRun.of("data", command, "--help").output();
            String examples = help.substring(help.indexOf("Example"));
            assertTrue(examples.contains("--from") && examples.contains("--on-bad-record skip"), help);
        }
    }

    private Path pairs(int count) throws IOException {
        String lines = IntStream.range(0, count)
                .mapToObj(i -> "{\"prompt\":\"question %d\",\"chosen\":\"yes\",\"rejected\":\"no\"}".formatted(i))
                .collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve("pairs.jsonl"), lines);
    }
}
