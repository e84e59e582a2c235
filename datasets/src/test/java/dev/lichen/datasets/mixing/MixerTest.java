package dev.lichen.datasets.mixing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.files.DataFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MixerTest {

    private static final List<JsonRecord> CHINESE = prompts("中文问题", 100);
    private static final List<JsonRecord> ENGLISH = prompts("question ", 300);

    /** Four standard errors of a share of one half over 100 mixtures: 4 · √(0.25 / 100). */
    private static final double SHARE_TOLERANCE = 0.2;

    @TempDir
    private Path folder;

    @Test
    void countsAreExact() {
        MixtureReport report = mix(0.3, 0.7, 200, false, 1);
        assertEquals(
                List.of(new MixtureReport.Part("zh", 100, 60, 1), new MixtureReport.Part("en", 300, 140, 1)),
                report.parts());
        assertEquals(Map.of("zh", 60L, "en", 140L), sources());
    }

    @Test
    void withoutATotalTheScarcestSourceDecides() {
        assertEquals(200, mix(1, 1, 0, false, 1).records());
    }

    @Test
    void withoutRepetitionNothingComesTwice() {
        mix(1, 1, 200, false, 1);
        assertEquals(200, questions().stream().distinct().count());
    }

    @Test
    void withRepetitionEveryRecordComesAboutAsOften() {
        MixtureReport report = mix(1, 1, 500, true, 1);
        assertEquals(3, report.parts().getFirst().most());
        Map<String, Long> counts = questions().stream()
                .filter(question -> question.startsWith("中"))
                .collect(Collectors.groupingBy(question -> question, Collectors.counting()));
        assertEquals(100, counts.size());
        assertTrue(counts.values().stream().allMatch(count -> count == 2 || count == 3));
    }

    @Test
    void tooFewRecordsAreAnErrorWithoutRepetition() throws IOException {
        MixtureException failure = assertThrows(MixtureException.class, () -> mix(1, 1, 300, false, 1));
        assertEquals(
                "Too few records in zh: found 100, expected 150 for its weight; take fewer in all or allow repetition",
                failure.getMessage());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void theSameSeedGivesTheSameMixtureAndAnotherAnother() throws IOException {
        mix(1, 2, 90, false, 7);
        String first = Files.readString(target());
        mix(1, 2, 90, false, 7);
        assertEquals(first, Files.readString(target()));
        mix(1, 2, 90, false, 8);
        assertNotEquals(first, Files.readString(target()));
    }

    @Test
    void everyRecordIsEquallyLikely() {
        int early = 0;
        int late = 0;
        for (int seed = 0; seed < 100; seed++) {
            mix(1, 1, 100, false, seed);
            List<String> questions = questions();
            early += questions.contains("中文问题0") ? 1 : 0;
            late += questions.contains("中文问题99") ? 1 : 0;
        }
        assertEquals(0.5, early / 100.0, SHARE_TOLERANCE);
        assertEquals(0.5, late / 100.0, SHARE_TOLERANCE);
    }

    @Test
    void recordsKeepTheSourceTheyHave() {
        JsonRecord known =
                new Prompt(List.of(Message.user("?")), Attributes.none().withSource("forum"));
        Mixer.mix(List.of(new MixtureSource("file", List.of(known)::forEach, 1)), 0, false, 1, target());
        assertEquals(Map.of("forum", 1L), sources());
    }

    @Test
    void temporaryFilesAreDeleted() throws IOException {
        mix(1, 1, 10, false, 1);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(target()), files.toList());
        }
    }

    /** Hamilton's method on quotas 1.5, 1.5, 7: the first of the equal remainders is rounded up. */
    @Test
    void sharesAddUpToTheTotal() {
        assertEquals(List.of(2L, 1L, 7L), Apportionment.of(10, List.of(0.15, 0.15, 0.7)));
        assertEquals(List.of(1L, 0L), Apportionment.of(1, List.of(1.0, 1.0)));
        assertEquals(List.of(34L, 33L, 33L), Apportionment.of(100, List.of(1.0, 1.0, 1.0)));
    }

    @Test
    void negativeControlRoundingEachShareWouldNotAddUp() {
        long rounded = Math.round(10 * 0.15) + Math.round(10 * 0.15) + Math.round(10 * 0.7);
        assertNotEquals(10, rounded);
    }

    @Test
    void weightsMustBeAboveZero() {
        assertThrows(IllegalArgumentException.class, () -> new MixtureSource("x", CHINESE::forEach, 0));
        assertFalse(Files.exists(target()));
    }

    private MixtureReport mix(double chinese, double english, long total, boolean repeating, long seed) {
        return Mixer.mix(
                List.of(
                        new MixtureSource("zh", CHINESE::forEach, chinese),
                        new MixtureSource("en", ENGLISH::forEach, english)),
                total,
                repeating,
                seed,
                target());
    }

    private Path target() {
        return folder.resolve("mix.jsonl");
    }

    private Map<String, Long> sources() {
        return DataFiles.read(target(), Prompt::from).stream()
                .collect(Collectors.groupingBy(
                        prompt -> String.valueOf(prompt.attributes().source()), TreeMap::new, Collectors.counting()));
    }

    private List<String> questions() {
        return DataFiles.read(target(), Prompt::from).stream()
                .map(prompt -> prompt.prompt().getFirst().content())
                .toList();
    }

    private static List<JsonRecord> prompts(String stem, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> (JsonRecord) Prompt.of(stem + i))
                .toList();
    }
}
