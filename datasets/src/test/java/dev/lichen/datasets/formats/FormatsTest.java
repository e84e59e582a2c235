package dev.lichen.datasets.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.Demonstration;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Pair;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.SampleRecords;
import dev.lichen.datasets.files.DataFiles;
import dev.lichen.datasets.files.Skip;
import dev.lichen.datasets.format.PreferencePair;
import dev.lichen.datasets.format.Shapes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatsTest {

    private static final String CHAT = "[{\"role\":\"user\",\"content\":\"Name a prime.\"}]";
    private static final String NOT_ONE_ANSWER = "the answer is not one message of the assistant";
    private static final List<Message> QUESTION = SampleRecords.question();

    @TempDir
    private Path folder;

    @Nested
    class Transcripts {

        @Test
        void hhRlhfIsCutAtTheLastTurn() throws IOException {
            Ranking ranking = ranking(
                    "hh-rlhf",
                    pair(
                            "\\n\\nHuman: hi \\n\\nAssistant: hello\\n\\nHuman: what?\\n\\nAssistant: this\\n\\nand that ",
                            "\\n\\nHuman: hi \\n\\nAssistant: hello\\n\\nHuman: what?\\n\\nAssistant: "));
            assertEquals(
                    List.of(Message.user("hi "), Message.assistant("hello"), Message.user("what?")), ranking.prompt());
            assertEquals("this\n\nand that ", ranking.answers().getFirst().content());
            assertEquals("", ranking.answers().getLast().content());
            assertEquals(List.of(new Pair(0, 1)), ranking.pairs());
        }

        @Test
        void pairsOfDifferentPromptsAreSkippedAndCounted() throws IOException {
            String good = pair("\\n\\nHuman: a\\n\\nAssistant: b", "\\n\\nHuman: a\\n\\nAssistant: c");
            String bad = pair("\\n\\nHuman: a\\n\\nAssistant: b", "\\n\\nHuman: z\\n\\nAssistant: c");
            Path file = file(good + bad + bad);
            ReadReport report = Datasets.readRankings(file).report();
            assertEquals(1, report.kept());
            assertEquals(2, report.skipped());
            assertEquals(
                    "skipped 2: chosen and rejected do not share a prompt (%s:2, %s:3)".formatted(file, file),
                    report.lines().getLast());
        }

        @Test
        void equalAnswersAndMissingAnswersAreSkipped() throws IOException {
            String good = pair("\\n\\nHuman: a\\n\\nAssistant: b", "\\n\\nHuman: a\\n\\nAssistant: c");
            String same = pair("\\n\\nHuman: a\\n\\nAssistant: b", "\\n\\nHuman: a\\n\\nAssistant: b");
            String open = pair("\\n\\nHuman: a", "\\n\\nHuman: a\\n\\nAssistant: b");
            assertEquals(
                    List.of(PreferencePair.SAME_ANSWER, PreferencePair.NOT_THE_ASSISTANT), reasons(good + same + open));
        }

        @Test
        void textWithoutASpeakerIsAnError() throws IOException {
            String good = pair("\\n\\nHuman: a\\n\\nAssistant: b", "\\n\\nHuman: a\\n\\nAssistant: c");
            Path file = file(good + pair("hello", "\\n\\nHuman: a\\n\\nAssistant: c"));
            DataFormatException e = assertThrows(DataFormatException.class, () -> Datasets.readRankings(file));
            assertEquals(
                    "Bad field \"chosen\" at " + file + ":2: found string \"hello\", "
                            + "expected a transcript that begins with \"\\n\\nHuman: \"",
                    e.getMessage());
        }
    }

    @Nested
    class Preferences {

        @Test
        void standardFormHasItsPrompt() throws IOException {
            Ranking ranking = ranking(
                    "trl-preference",
                    "{\"prompt\":\"Name a prime.\",\"chosen\":\"7\",\"rejected\":\"9\",\"margin\":0.50}\n");
            assertEquals(Ranking.pair(QUESTION, "7", "9").pairs(), ranking.pairs());
            assertEquals(QUESTION, ranking.prompt());
            assertEquals(
                    "0.50",
                    ranking.attributes().extra().get("margin").orElseThrow().asText());
        }

        @Test
        void conversationalFormHasMessages() throws IOException {
            String line = "{\"prompt\":%s,\"chosen\":[%s],\"rejected\":[%s]}\n"
                    .formatted(CHAT, assistant("7"), assistant("9"));
            assertEquals(Ranking.pair(QUESTION, "7", "9"), ranking("trl-preference-conversational", line));
        }

        @Test
        void implicitPromptIsWhatBothMessagesShare() throws IOException {
            String user = CHAT.substring(1, CHAT.length() - 1);
            String line =
                    "{\"chosen\":[%s,%s],\"rejected\":[%s,%s]}\n".formatted(user, assistant("7"), user, assistant("9"));
            assertEquals(Ranking.pair(QUESTION, "7", "9"), ranking("trl-preference-implicit", line));
        }

        @Test
        void promptTextBesideWholeConversationsIsNotDoubled() throws IOException {
            String user = CHAT.substring(1, CHAT.length() - 1);
            String line = "{\"prompt\":\"Name a prime.\",\"chosen\":[%s,%s],\"rejected\":[%s,%s],\"messages\":[]}\n"
                    .formatted(user, assistant("7"), user, assistant("9"));
            assertEquals(QUESTION, ranking("ultrafeedback-binarized", line).prompt());
        }

        @Test
        void implicitPromptOfTextsEndsAtAWholeWord() throws IOException {
            Ranking ranking = ranking("trl-preference-implicit-text", pair("The sky is blue.", "The sky is black."));
            assertEquals(List.of(Message.user("The sky is")), ranking.prompt());
            assertEquals("blue.", ranking.answers().getFirst().content());
        }

        @Test
        void textsWithNothingInCommonAreSkipped() throws IOException {
            String good = pair("a b", "a c");
            assertEquals(List.of(PreferencePair.NO_SHARED_PROMPT), reasons(good + pair("yes", "no")));
        }
    }

    @Nested
    class Demonstrations {

        @Test
        void messagesAreReadAsTheyAre() throws IOException {
            Path file = folder.resolve("data.jsonl");
            DataFiles.write(file, List.of(SampleRecords.twoTurns()));
            Dataset<Demonstration> dataset = Datasets.readDemonstrations(file);
            assertEquals(List.of(SampleRecords.twoTurns()), dataset.records());
            assertEquals("messages", dataset.report().format());
        }

        @Test
        void promptAndCompletionBecomeMessages() throws IOException {
            assertEquals(
                    Demonstration.of(QUESTION, "7"),
                    demonstration("{\"prompt\":\"Name a prime.\",\"completion\":\"7\"}"));
            assertEquals(
                    Demonstration.of(QUESTION, "7"),
                    demonstration("{\"prompt\":%s,\"completion\":[%s]}".formatted(CHAT, assistant("7"))));
        }

        @Test
        void alpacaJoinsInstructionAndInput() throws IOException {
            assertEquals(
                    Demonstration.of(List.of(Message.user("Translate.\n\ngood night")), "bonne nuit")
                            .messages(),
                    demonstration(
                                    "[{\"instruction\":\"Translate.\",\"input\":\"good night\",\"output\":\"bonne nuit\"}]")
                            .messages());
            assertEquals(
                    Demonstration.of(QUESTION, "7").messages(),
                    demonstration("[{\"instruction\":\"Name a prime.\",\"input\":\"<noinput>\",\"output\":\"7\"}]")
                            .messages());
        }

        @Test
        void historyComesBeforeTheInstruction() throws IOException {
            assertEquals(
                    Demonstration.of(
                            List.of(
                                    Message.system("Be brief."),
                                    Message.user("hi"),
                                    Message.assistant("hello"),
                                    Message.user("Name a prime.")),
                            "7"),
                    demonstration("[{\"system\":\"Be brief.\",\"instruction\":\"Name a prime.\",\"input\":\"\","
                            + "\"output\":\"7\",\"history\":[[\"hi\",\"hello\"]]}]"));
        }

        @Test
        void bestAnswerOfARankingIsADemonstration() throws IOException {
            assertEquals(
                    Demonstration.of(QUESTION, "7"),
                    demonstration("{\"instruction\":\"Name a prime.\",\"input\":\"\",\"output\":[\"7\",\"8\",\"9\"]}"));
        }

        @Test
        void undesirableBlankAndUnfinishedOnesAreSkipped() throws IOException {
            String good = "{\"messages\":[%s],\"label\":true}\n".formatted(assistant("7"));
            String user = CHAT.substring(1, CHAT.length() - 1) + ",";
            good = good.replace("[", "[" + user);
            String text = good
                    + good.replace("true", "false")
                    + good.replace("\"7\"", "\" \"")
                    + "{\"messages\":%s,\"label\":true}\n".formatted(CHAT);
            ReadReport report = Datasets.readDemonstrations(file(text)).report();
            assertEquals(
                    List.of(Shapes.NOT_TO_IMITATE, Uses.BLANK_RESPONSE, NOT_ONE_ANSWER),
                    report.skips().stream().map(Skip::reason).toList());
        }
    }

    @Test
    void listsFromBestToWorstAreRankings() throws IOException {
        String line =
                "{\"instruction\":\"Name a prime.\",\"input\":\"\",\"output\":[\"7\",\"8\",\"9\"],\"history\":[]}\n";
        Ranking ranking = ranking("ranked-outputs", line);
        assertEquals(QUESTION, ranking.prompt());
        assertEquals(List.of(new Pair(0, 1), new Pair(0, 2), new Pair(1, 2)), ranking.pairs());
    }

    @Test
    void promptsComeFromEveryKindOfRecord() throws IOException {
        for (String text : List.of(
                "{\"prompt\":\"Name a prime.\"}",
                "{\"prompt\":%s,\"id\":\"1\"}".formatted(CHAT),
                "{\"messages\":%s}".formatted(CHAT),
                "{\"prompt\":\"Name a prime.\",\"completion\":\"7\"}",
                "{\"prompt\":\"Name a prime.\",\"chosen\":\"7\",\"rejected\":\"9\"}",
                "{\"prompt\":%s,\"answer\":\"7\",\"criterion\":\"true\",\"value\":1}".formatted(CHAT))) {
            List<Prompt> prompts = Datasets.readPrompts(file(text)).records();
            assertEquals(QUESTION, prompts.getFirst().prompt(), text);
        }
    }

    @Test
    void nativeRankingsComeBackAsTheyWere() {
        Path file = folder.resolve("data.jsonl");
        DataFiles.write(file, List.of(SampleRecords.tiedAndPartial()));
        assertEquals(
                List.of(SampleRecords.tiedAndPartial()),
                Datasets.readRankings(file).records());
    }

    @Test
    void unknownFormatNamesTheFieldsAndWhereFormatsAreListed() throws IOException {
        Path file = file("{\"query\":\"a\",\"reply\":\"b\"}");
        DataFormatException e = assertThrows(DataFormatException.class, () -> Datasets.readRankings(file));
        assertEquals(
                "Unknown format at " + file + ":1: found fields query, reply, expected the fields of a known format "
                        + "(\"lichen data formats\" lists them; --from names one)",
                e.getMessage());
    }

    @Test
    void wrongKindOfDataIsNamed() throws IOException {
        Path file = file("{\"prompt\":\"Name a prime.\"}");
        DataFormatException e = assertThrows(DataFormatException.class, () -> Datasets.readRankings(file));
        assertEquals(
                "Wrong kind of data at " + file + ": found prompts (format prompt), expected rankings", e.getMessage());
    }

    @Test
    void fileOfWhichNothingIsKeptIsAnError() throws IOException {
        Path file = file("{\"messages\":%s}".formatted(CHAT));
        DataFormatException e = assertThrows(DataFormatException.class, () -> Datasets.readDemonstrations(file));
        assertTrue(e.getMessage().contains(Uses.NO_RESPONSE), e.getMessage());
    }

    private Ranking ranking(String format, String text) throws IOException {
        Dataset<Ranking> dataset = Datasets.readRankings(file(text));
        assertEquals(format, dataset.report().format());
        return dataset.records().getFirst();
    }

    private Demonstration demonstration(String text) throws IOException {
        return Datasets.readDemonstrations(file(text)).records().getFirst();
    }

    private List<String> reasons(String text) throws IOException {
        return Datasets.readRankings(file(text)).report().skips().stream()
                .map(Skip::reason)
                .toList();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("data.jsonl"), text);
    }

    private static String pair(String chosen, String rejected) {
        return "{\"chosen\":\"%s\",\"rejected\":\"%s\"}\n".formatted(chosen, rejected);
    }

    private static String assistant(String content) {
        return "{\"role\":\"assistant\",\"content\":\"%s\"}".formatted(content);
    }
}
