package dev.lichen.datasets.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.datasets.Demonstration;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.SharedData;
import dev.lichen.datasets.files.DataFiles;
import dev.lichen.datasets.files.Skip;
import dev.lichen.datasets.format.PreferencePair;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads real files and compares the counts with those their publishers state. */
class RealFilesTest {

    private static final String HARMLESS = "hh-rlhf-harmless-test/harmless-base-test.jsonl";

    @TempDir
    private Path folder;

    @Test
    void harmlessTranscriptsSkipTheFiveThatShareNoPrompt() {
        Dataset<Ranking> dataset = Datasets.readRankings(SharedData.path(HARMLESS));
        assertEquals("hh-rlhf", dataset.report().format());
        assertEquals(2307, dataset.records().size());
        assertEquals(
                List.of(PreferencePair.NO_SHARED_PROMPT),
                dataset.report().skips().stream().map(Skip::reason).toList());
        assertEquals(5, dataset.report().skipped());
        assertEquals(
                1255, dataset.report().skips().getFirst().first().getFirst().line());
    }

    @Test
    void compressedTranscriptsAreTheSame() {
        assertEquals(
                Datasets.readRankings(SharedData.path(HARMLESS)).records(),
                Datasets.readRankings(SharedData.path(HARMLESS + ".gz")).records());
    }

    @Test
    void rankedListsHaveThePublishedDistributionOfK() {
        Dataset<Ranking> dataset = Datasets.readRankings(SharedData.path("oasst1-zh-ranking/oaast_rm_zh.json"));
        assertEquals("ranked-outputs", dataset.report().format());
        assertEquals(
                Map.of(2, 434L, 3, 263L, 4, 63L, 5, 12L, 6, 1L, 8, 1L, 10, 1L),
                dataset.records().stream()
                        .collect(Collectors.groupingBy(r -> r.answers().size(), Collectors.counting())));
    }

    @ParameterizedTest
    @CsvSource({
        "oasst1-zh-ranking/oaast_sft_zh.json, 689",
        "llamafactory-demo/alpaca_zh_demo.json, 1000",
        "llamafactory-demo/alpaca_en_demo.json, 999",
        "stanford-alpaca/alpaca_5000.first2000.json, 2000"
    })
    void instructionsAreDemonstrations(String file, int records) {
        Dataset<Demonstration> dataset = Datasets.readDemonstrations(SharedData.path(file));
        assertEquals("alpaca", dataset.report().format());
        assertEquals(records, dataset.report().kept() + dataset.report().skipped());
        assertEquals(records, dataset.records().size(), dataset.report()::toString);
    }

    @Test
    void halfOfTheUnpairedPreferencesAreNotToBeImitated() {
        Dataset<Demonstration> dataset =
                Datasets.readDemonstrations(SharedData.path("llamafactory-demo/kto_en_demo.json"));
        assertEquals(150, dataset.records().size());
        assertEquals(150, dataset.report().skipped());
    }

    @Test
    void preferredTranscriptsServeAsDemonstrations() {
        Dataset<Demonstration> dataset = Datasets.readDemonstrations(SharedData.path(HARMLESS));
        assertTrue(dataset.records().size() > 2290);
        assertTrue(dataset.records().stream()
                .map(Demonstration::response)
                .map(Message::content)
                .noneMatch(String::isBlank));
    }

    @Test
    void realRankingsSurviveTheWayThroughOurOwnFormat() {
        List<Ranking> rankings = Datasets.readRankings(SharedData.path("oasst1-zh-ranking/oaast_rm_zh.json"))
                .records();
        Path copy = folder.resolve("rankings.jsonl.gz");
        DataFiles.write(copy, rankings);
        assertEquals(rankings, Datasets.readRankings(copy).records());
    }
}
