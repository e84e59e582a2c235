package dev.lichen.datasets.duplicates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Judgement;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.Tiers;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearDuplicateSearchTest {

    private static final double THRESHOLD = 0.8;

    /** 300 random texts of 40 words, and for each third one a copy with one word changed: 35 of 41 runs in common, J = 0.854. */
    @Test
    void nearlyEqualTextsAreFoundAndOthersAreNot() {
        SplittableRandom random = new SplittableRandom(1);
        List<JsonRecord> records = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            List<String> words = words(random, 40);
            records.add(prompt(words));
            if (i % 3 == 0) {
                words.set(20, "changed");
                records.add(prompt(words));
            }
        }
        List<SimilarPair> pairs = find(records);
        assertEquals(100, pairs.size());
        assertTrue(pairs.stream().allMatch(pair -> pair.later() == pair.earlier() + 1));
        assertEquals(35 / 41.0, pairs.getFirst().similarity(), 1e-12);
    }

    /** With two words changed far apart, 32 of 44 runs are left: J = 0.727, below the threshold. */
    @Test
    void negativeControlTextsBelowTheThresholdAreVerifiedAway() {
        List<String> words = words(new SplittableRandom(2), 40);
        List<String> other = new ArrayList<>(words);
        other.set(10, "changed");
        other.set(30, "changed");
        assertEquals(List.of(), find(List.of(prompt(words), prompt(other))));
    }

    @Test
    void copiesAllPointToAnEarlierOne() {
        JsonRecord one = Prompt.of("How does a transformer predict the next word of a sentence?");
        List<SimilarPair> pairs = find(List.of(one, one, one, one));
        assertEquals(List.of(1, 2, 3), pairs.stream().map(SimilarPair::later).toList());
        DuplicateGroups groups = DuplicateGroups.of(pairs);
        assertEquals(1, groups.count());
        assertEquals(0, groups.first(3));
    }

    @Test
    void groupsConnectThroughOthers() {
        DuplicateGroups groups = DuplicateGroups.of(
                List.of(new SimilarPair(1, 4, 1), new SimilarPair(4, 6, 1), new SimilarPair(2, 3, 1)));
        assertEquals(1, groups.first(6));
        assertEquals(2, groups.first(3));
        assertEquals(5, groups.first(5));
        assertEquals(2, groups.count());
    }

    @Test
    void aPreferenceAndItsOppositeAreNotTheSame() {
        Ranking one = Ranking.pair(List.of(Message.user("?")), "the first of both answers", "the second one of both");
        Ranking opposite = Ranking.pair(one.prompt(), "the second one of both", "the first of both answers");
        assertEquals(List.of(), find(List.of(one, opposite)));
        assertNotEquals(RecordKey.of(one), RecordKey.of(opposite));
    }

    @Test
    void twoAnnotatorsWhoAgreeAreNotTheSame() {
        assertEquals(List.of(), find(List.of(by("ada"), by("bob"))));
        assertNotEquals(RecordKey.of(by("ada")), RecordKey.of(by("bob")));
        assertEquals(RecordKey.of(by("ada")), RecordKey.of(by("ada")));
    }

    @Test
    void textsWithoutWordsAreLikeNoOther() {
        assertEquals(List.of(), find(List.of(Prompt.of("?!"), Prompt.of("?!"))));
    }

    @Test
    void thresholdMustBeAShare() {
        assertThrows(IllegalArgumentException.class, () -> new NearDuplicateSearch(0));
        assertThrows(IllegalArgumentException.class, () -> new NearDuplicateSearch(1.1));
    }

    private static Ranking by(String annotator) {
        return new Ranking(
                List.of(Message.user("Which of the two is the better answer to this?")),
                List.of(new Answer("this one here"), new Answer("that one there")),
                Tiers.bestToWorst(2),
                Judgement.by(annotator),
                Attributes.none());
    }

    private static List<SimilarPair> find(List<? extends JsonRecord> records) {
        return NearDuplicateSearch.find(records::forEach, Passages::whole, THRESHOLD);
    }

    private static Prompt prompt(List<String> words) {
        return Prompt.of(String.join(" ", words));
    }

    private static List<String> words(SplittableRandom random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "w" + random.nextInt(1_000_000))
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
