package dev.lichen.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RankingTest {

    private static final Ranking RANKING = SampleRecords.tiedAndPartial();

    @Test
    void pairsRunFromBetterToWorseAndLeaveOutTiesAndUnranked() {
        assertEquals(List.of(new Pair(1, 0), new Pair(1, 2)), RANKING.pairs());
    }

    @Test
    void tiesAreListedApart() {
        assertEquals(List.of(new Tie(0, 2)), RANKING.ties());
    }

    @Test
    void strictRankingOfKAnswersHasAllPairs() {
        Ranking strict = new Ranking(RANKING.prompt(), RANKING.answers(), Tiers.bestToWorst(4));
        assertEquals(6, strict.pairs().size());
        assertEquals(List.of(), strict.ties());
    }

    @Test
    void negativeControlReversedTiersChangeThePairs() {
        Ranking reversed = new Ranking(RANKING.prompt(), RANKING.answers(), Tiers.of(1, 2, 1, 0));
        assertNotEquals(RANKING.pairs(), reversed.pairs());
    }

    @Test
    void tiersKnowTheirTiesAndGaps() {
        Tiers tiers = RANKING.tiers();
        assertEquals(2, tiers.count());
        assertEquals(3, tiers.ranked());
        assertTrue(tiers.isPartial());
        assertTrue(tiers.hasTies());
        assertEquals(OptionalInt.empty(), tiers.of(3));
    }

    @Test
    void ranksWithGapsBecomeCanonical() {
        assertEquals(Tiers.of(2, 0, 1, 2), Tiers.ofRanks(Arrays.asList(9, null, 4, 9)));
        assertEquals(Tiers.of(2, 1, 2), Tiers.ofScores(List.of(0.5, 2.0, 0.5)));
    }

    @Test
    void tiersWithAGapSayWhatWasMeant() {
        InvalidRecordException e = assertThrows(InvalidRecordException.class, () -> Tiers.of(1, 3));
        assertEquals("Bad tiers: found [1, 3], expected tiers 1 to T without gaps, as [1, 2]", e.getMessage());
    }

    @Test
    void everyAnswerNeedsATier() {
        InvalidRecordException e = assertThrows(
                InvalidRecordException.class, () -> new Ranking(RANKING.prompt(), RANKING.answers(), Tiers.of(1, 2)));
        assertEquals("Bad tiers: found 2 of them, expected one for each of the 4 answers", e.getMessage());
    }

    @Test
    void acceptableIsUpToTheLine() {
        Judgement judgement = new Judgement("ada", 1, List.of(3));
        Ranking ranking =
                new Ranking(RANKING.prompt(), RANKING.answers(), RANKING.tiers(), judgement, Attributes.none());
        assertTrue(ranking.isAcceptable(1));
        assertFalse(ranking.isAcceptable(0));
        assertFalse(ranking.isAcceptable(3));
    }

    /** Three answers in one tier below the line: a tie of all of them, unless somebody said that all are bad. */
    @Test
    void whoCallsAllAnswersBadSaysNeitherAnOrderNorATie() {
        ExtraFields said = ExtraFields.none().with(Ranking.OUTCOME, TextNode.valueOf(Ranking.ALL_BAD));
        Ranking tied = belowTheLine(Tiers.of(1, 1, 1), Attributes.none());
        Ranking bad = belowTheLine(Tiers.of(1, 1, 1), Attributes.none().withExtra(said));
        Ranking ordered = belowTheLine(Tiers.of(1, 2, 2), Attributes.none().withExtra(said));
        assertEquals(3, tied.ties().size());
        assertFalse(tied.isAllBad());
        assertTrue(bad.isAllBad());
        assertEquals(List.of(), bad.ties());
        assertEquals(List.of(), bad.pairs());
        assertFalse(ordered.isAllBad(), "an order stands");
        assertTrue(ordered.isNoneAcceptable());
    }

    private static Ranking belowTheLine(Tiers tiers, Attributes attributes) {
        List<Answer> answers = List.of(new Answer("a"), new Answer("b"), new Answer("c"));
        return new Ranking(RANKING.prompt(), answers, tiers, new Judgement("ada", 0, List.of()), attributes);
    }

    @Test
    void strengthsStandBetweenTiers() {
        Judgement judgement = new Judgement("ada", null, List.of(3, 1));
        assertThrows(
                InvalidRecordException.class,
                () -> new Ranking(RANKING.prompt(), RANKING.answers(), RANKING.tiers(), judgement, Attributes.none()));
    }

    @Test
    void bestIsTheFirstOfTierOne() {
        assertEquals(1, RANKING.best());
    }
}
