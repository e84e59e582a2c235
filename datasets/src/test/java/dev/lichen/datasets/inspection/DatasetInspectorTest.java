package dev.lichen.datasets.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Judgement;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.SampleRecords;
import dev.lichen.datasets.SharedData;
import dev.lichen.datasets.Tiers;
import dev.lichen.datasets.duplicates.NearDuplicateSearch;
import dev.lichen.datasets.files.DataFiles;
import dev.lichen.datasets.formats.ReadOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetInspectorTest {

    private static final Ranking TIED = SampleRecords.tiedAndPartial();

    @TempDir
    private Path folder;

    @Test
    void rankingsAreCountedByTheirAnswersPairsAndTies() {
        Ranking annotated = new Ranking(
                List.of(Message.user("写一首诗。")),
                List.of(new Answer("床前明月光"), new Answer("床前明月光")),
                Tiers.bestToWorst(2),
                Judgement.by("ada"),
                Attributes.none().withLanguage("zh"));
        DatasetSummary summary = inspect(List.of(TIED, TIED, annotated));
        assertEquals(3, summary.records());
        assertEquals("rankings", summary.kind());
        assertEquals(new DatasetSummary.Languages(Map.of("en", 2L, "zh", 1L), 1), summary.languages());
        assertEquals(
                new DatasetSummary.Rankings(Map.of(2, 1L, 4, 2L), 5, 2, 2, 1, Map.of("ada", 1L)), summary.rankings());
    }

    @Test
    void repeatedRecordsAndPromptsAreCounted() {
        Ranking other = Ranking.pair(TIED.prompt(), "a", "b");
        assertEquals(
                new DatasetSummary.Duplicates(1, 2, 0, 0, List.of()),
                inspect(List.of(TIED, TIED, other)).duplicates());
    }

    @Test
    void negativeControlDifferentPromptsAreNoDuplicates() {
        Ranking other = Ranking.pair(List.of(Message.user("?")), "a", "b");
        assertNotEquals(
                new DatasetSummary.Duplicates(1, 1, 0, 0, List.of()),
                inspect(List.of(TIED, other)).duplicates());
    }

    @Test
    void lengthsCountCodePoints() {
        DatasetSummary summary = inspect(List.of(Prompt.of("𝒳𝒴是")));
        assertNotNull(summary.lengths().prompt());
        assertEquals(3, summary.lengths().prompt().summary().mean());
        assertNull(summary.lengths().answer());
        assertNull(summary.rankings());
    }

    @Test
    void nearDuplicatesAreNamedWithTheirSimilarity() {
        String text = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen";
        DatasetSummary.Duplicates duplicates = inspect(
                        List.of(Prompt.of(text), Prompt.of("another"), Prompt.of(text + " sixteen")))
                .duplicates();
        // 13 runs of three words in both, 14 in all
        assertEquals(
                new DatasetSummary.Duplicates(0, 0, 1, 1, List.of(new DatasetSummary.Similar(1, 3, 13 / 14.0))),
                duplicates);
    }

    @Test
    void leakageCountsPromptsOfAnotherFile() {
        String text = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen";
        Path other = folder.resolve("other.jsonl");
        DataFiles.write(other, List.of(Prompt.of("unique"), Prompt.of(text)));
        Path file = folder.resolve("data.jsonl");
        DataFiles.write(
                file, List.of(Prompt.of("mine"), Prompt.of(text), Prompt.of(text + " sixteen"), Prompt.of("mine too")));
        DatasetSummary summary = DatasetInspector.inspect(
                file, new Inspection(null, other, NearDuplicateSearch.DEFAULT_THRESHOLD, ReadOptions.usual()));
        assertEquals(
                new DatasetSummary.Leakage(
                        other.toString(),
                        1,
                        2,
                        List.of(new DatasetSummary.Similar(2, 2, 1.0), new DatasetSummary.Similar(2, 3, 13 / 14.0))),
                summary.leakage());
    }

    @Test
    void tokensAreCountedIfSomebodyCanCountThem() {
        Path file = folder.resolve("data.jsonl");
        DataFiles.write(file, List.of(SampleRecords.tiedAndPartial()));
        DatasetSummary summary =
                DatasetInspector.inspect(file, new Inspection(String::length, null, 0.8, ReadOptions.usual()));
        assertEquals(
                "Name a prime.".length(), summary.tokens().prompt().summary().mean());
        assertNull(inspect(List.of(TIED)).tokens());
    }

    @Test
    void jsonAndTableHoldTheSameNumbers() {
        DatasetSummary summary = inspect(List.of(TIED, TIED));
        JsonNode json = new ObjectMapper().valueToTree(summary);
        assertEquals(2, json.get("rankings").get("answers").get("4").asInt());
        assertEquals("[]", json.get("skipped").toString());
        assertTrue(summary.rows().contains(new DatasetSummary.Row("answers a ranking (K)", "4: 2")));
        assertTrue(summary.rows().contains(new DatasetSummary.Row("pairs", "4 ordered, 2 tied")));
    }

    @Test
    void realTranscriptsShowWhatWasSkipped() {
        DatasetSummary summary =
                DatasetInspector.inspect(SharedData.path("hh-rlhf-harmless-test/harmless-base-test.jsonl"));
        assertEquals(2307, summary.records());
        assertEquals(5, summary.skipped().getFirst().count());
    }

    private DatasetSummary inspect(List<? extends JsonRecord> records) {
        Path file = folder.resolve("data.jsonl");
        DataFiles.write(file, records);
        return DatasetInspector.inspect(file);
    }
}
