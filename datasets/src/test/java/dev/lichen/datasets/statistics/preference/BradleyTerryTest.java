package dev.lichen.datasets.statistics.preference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.datasets.statistics.PairwiseTally;
import dev.lichen.datasets.statistics.Undefined;
import dev.lichen.datasets.statistics.WeakOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BradleyTerryTest {

    private static final double LIKELIHOOD = 1e-6;
    private static final double PRINTED = 1e-5;

    /** The worked example of Wikipedia's article. */
    private static final PairwiseTally FOUR = PairwiseTally.of(
            List.of("A", "B", "C", "D"), new long[][] {{0, 2, 0, 1}, {3, 0, 5, 0}, {0, 3, 0, 1}, {4, 0, 3, 0}});

    /** Citations between journals (Stigler; Agresti): a win is a citation received. */
    private static final PairwiseTally JOURNALS = PairwiseTally.of(
            List.of("Biom", "CS", "JASA", "JRSSB"),
            new long[][] {{0, 730, 498, 221}, {33, 0, 68, 17}, {320, 813, 0, 142}, {284, 276, 325, 0}});

    /** American League East 1987 (Agresti, table 10.11). */
    private static final List<String> TEAMS = List.of("MIL", "DET", "TOR", "NY", "BOS", "CLE", "BAL");

    private static final PairwiseTally BASEBALL = PairwiseTally.of(TEAMS, new long[][] {
        {0, 7, 9, 7, 7, 9, 11},
        {6, 0, 7, 5, 11, 9, 9},
        {4, 6, 0, 7, 7, 8, 12},
        {6, 8, 6, 0, 6, 7, 10},
        {6, 2, 6, 7, 0, 7, 12},
        {4, 4, 5, 6, 6, 0, 6},
        {2, 4, 1, 3, 1, 7, 0}
    });

    @Test
    void fourItemsByBothMethods() {
        double[] published = {0.639834817, 1.043314402, 0.659810195, 2.270376626};
        double[] shares = {.138692, .226152, .143022, .492133};
        Strengths newton = BradleyTerry.fit(FOUR).orElseThrow().strengths();
        Strengths minorised = BradleyTerry.fitByMinorisation(FOUR).orElseThrow();
        for (int i = 0; i < 4; i++) {
            String item = FOUR.items().get(i);
            assertEquals(published[i], newton.strength(item), LIKELIHOOD);
            assertEquals(published[i], minorised.strength(item), LIKELIHOOD);
            assertEquals(shares[i], newton.share(item), LIKELIHOOD);
        }
        assertEquals(List.of("D", "B", "C", "A"), newton.ranking());
    }

    /** Counting losses for wins turns the order around. */
    @Test
    void negativeControlTransposedCountsDiffer() {
        long[][] turned = {{0, 3, 0, 4}, {2, 0, 3, 0}, {0, 5, 0, 3}, {1, 0, 1, 0}};
        Strengths planted = BradleyTerry.fit(PairwiseTally.of(FOUR.items(), turned))
                .orElseThrow()
                .strengths();
        assertNotEquals(0.639834817, planted.strength("A"), 0.1);
    }

    /** The plain share of wins is not the strength: it forgets whom one met. */
    @Test
    void negativeControlShareOfWinsDiffers() {
        assertNotEquals(
                3.0 / 22, BradleyTerry.fit(FOUR).orElseThrow().strengths().share("A"), 1e-3);
    }

    @Test
    void journalsWithErrorsAndElo() {
        PreferenceFit fit = BradleyTerry.fit(JOURNALS).orElseThrow();
        assertEquals(-2.9490725, fit.strengths().relativeTo("Biom", "CS"), LIKELIHOOD);
        assertEquals(-0.4795698, fit.strengths().relativeTo("Biom", "JASA"), LIKELIHOOD);
        assertEquals(0.2689541, fit.strengths().relativeTo("Biom", "JRSSB"), LIKELIHOOD);
        assertEquals(.1025453, fit.standardError("Biom", "CS"), LIKELIHOOD);
        assertEquals(.0605887, fit.standardError("Biom", "JASA"), LIKELIHOOD);
        assertEquals(.0708300, fit.standardError("Biom", "JRSSB"), LIKELIHOOD);
        assertEquals(-512.306, fit.strengths().eloRelativeTo("Biom", "CS"), 1e-3);
        assertEquals(-83.310, fit.strengths().eloRelativeTo("Biom", "JASA"), 1e-3);
        assertEquals(46.722, fit.strengths().eloRelativeTo("Biom", "JRSSB"), 1e-3);
    }

    /** The error of a difference is not that of one strength: half the covariance must go. */
    @Test
    void negativeControlErrorsWithoutCovarianceDiffer() {
        PreferenceFit fit = BradleyTerry.fit(JOURNALS).orElseThrow();
        double planted =
                Math.hypot(fit.errors().fisher().of(0), fit.errors().fisher().of(1));
        assertNotEquals(.1025453, planted, 1e-3);
    }

    @Test
    void baseballTeams() {
        PreferenceFit fit = BradleyTerry.fit(BASEBALL).orElseThrow();
        double[] published = {1.58136, 1.43641, 1.29449, 1.24762, 1.10770, 0.68385};
        double[] errors = {.343, .340, .337, .336, .334, .332};
        for (int i = 0; i < published.length; i++) {
            assertEquals(published[i], fit.strengths().relativeTo("BAL", TEAMS.get(i)), PRINTED);
            assertEquals(errors[i], fit.standardError("BAL", TEAMS.get(i)), 1e-3);
        }
    }

    @Test
    void bothMethodsAgreeWithEachOther() {
        for (PairwiseTally tally : List.of(JOURNALS, BASEBALL)) {
            Strengths newton = BradleyTerry.fit(tally).orElseThrow().strengths();
            Strengths minorised = BradleyTerry.fitByMinorisation(tally).orElseThrow();
            tally.items().forEach(item -> assertEquals(newton.strength(item), minorised.strength(item), LIKELIHOOD));
        }
    }

    @Test
    void renamingAndReorderingItemsChangesNothing() {
        List<WeakOrder> games = games(FOUR);
        Map<String, String> names = Map.of("A", "z", "B", "m", "C", "a", "D", "k");
        List<WeakOrder> renamed =
                new ArrayList<>(games.stream().map(game -> game.renamed(names)).toList());
        Collections.reverse(renamed);
        PreferenceFit before = BradleyTerry.fit(JudgedOrder.independent(games)).orElseThrow();
        PreferenceFit after = BradleyTerry.fit(JudgedOrder.independent(renamed)).orElseThrow();
        names.forEach((old, name) ->
                assertEquals(before.strengths().strength(old), after.strengths().strength(name), 1e-9));
        assertEquals(before.standardError("A", "B"), after.standardError("z", "m"), 1e-9);
        assertEquals(before.robustError("A", "B"), after.robustError("z", "m"), 1e-9);
        assertEquals(before.logLikelihood(), after.logLikelihood(), 1e-9);
    }

    @Test
    void twiceTheDataHasErrorsSmallerByTheRootOfTwo() {
        List<JudgedOrder> once = JudgedOrder.independent(games(FOUR));
        List<WeakOrder> doubled = new ArrayList<>(games(FOUR));
        doubled.addAll(games(FOUR));
        PreferenceFit single = BradleyTerry.fit(once).orElseThrow();
        PreferenceFit twice = BradleyTerry.fit(JudgedOrder.independent(doubled)).orElseThrow();
        assertEquals(single.strengths().strength("A"), twice.strengths().strength("A"), 1e-8);
        assertEquals(Math.sqrt(2), single.standardError("A", "B") / twice.standardError("A", "B"), 1e-6);
        assertEquals(Math.sqrt(2), single.robustError("A", "B") / twice.robustError("A", "B"), 1e-6);
        assertTrue(
                twice.interval("A", 0.95).width() < single.interval("A", 0.95).width());
    }

    /** A game that is written down twice in one cluster is no new knowledge; only the sandwich sees that. */
    @Test
    void copiesWithinAClusterMoveOnlyTheFisherErrors() {
        List<JudgedOrder> once = JudgedOrder.independent(games(FOUR));
        List<JudgedOrder> copied = new ArrayList<>(once);
        copied.addAll(once);
        PreferenceFit single = BradleyTerry.fit(once).orElseThrow();
        PreferenceFit twice = BradleyTerry.fit(copied).orElseThrow();
        assertEquals(single.robustError("A", "B"), twice.robustError("A", "B"), 1e-8);
        assertEquals(Math.sqrt(2), single.standardError("A", "B") / twice.standardError("A", "B"), 1e-6);
    }

    /** With two items the model fits exactly, and the sandwich is the Fisher error: √(1/a + 1/b). */
    @Test
    void twoItemsHaveClosedForms() {
        PairwiseTally tally = PairwiseTally.of(List.of("a", "b"), new long[][] {{0, 12}, {4, 0}});
        PreferenceFit fit = BradleyTerry.fit(tally).orElseThrow();
        assertEquals(Math.log(3), fit.strengths().relativeTo("b", "a"), 1e-9);
        assertEquals(Math.sqrt(1 / 12.0 + 1 / 4.0), fit.standardError("b", "a"), 1e-9);
        assertEquals(Math.sqrt(1 / 12.0 + 1 / 4.0), fit.robustError("b", "a"), 1e-9);
        assertEquals(0.75, fit.strengths().winProbability("a", "b"), 1e-9);
    }

    @Test
    void itemThatNeverLosesIsNamed() {
        PairwiseTally tally =
                PairwiseTally.of(List.of("best", "x", "y"), new long[][] {{0, 2, 1}, {0, 0, 3}, {0, 1, 0}});
        Undefined undefined = BradleyTerry.fit(tally).missing().orElseThrow();
        assertEquals(Undefined.Reason.NOT_CONNECTED, undefined.reason());
        assertEquals("{best} never lost to {x, y}: their difference is infinite", undefined.detail());
        assertEquals(undefined, BradleyTerry.fitByMinorisation(tally).missing().orElseThrow());
    }

    @Test
    void itemsThatNeverMetAreNamed() {
        PairwiseTally tally = PairwiseTally.of(
                List.of("a", "b", "c", "d"), new long[][] {{0, 1, 0, 0}, {1, 0, 0, 0}, {0, 0, 0, 2}, {0, 0, 1, 0}});
        Connectivity.Separation separation = Connectivity.separation(tally).orElseThrow();
        assertEquals(List.of("a", "b"), separation.upper());
        assertEquals(List.of("c", "d"), separation.lower());
        assertEquals("{a, b} and {c, d} were never compared", separation.describe());
    }

    @Test
    void worstItemIsSeparatedToo() {
        PairwiseTally tally =
                PairwiseTally.of(List.of("a", "b", "worst"), new long[][] {{0, 1, 1}, {1, 0, 1}, {0, 0, 0}});
        Connectivity.Separation separation = Connectivity.separation(tally).orElseThrow();
        assertEquals(List.of("a", "b"), separation.upper());
        assertTrue(separation.met());
    }

    @Test
    void nothingToCompareIsUndefined() {
        assertEquals(
                Undefined.Reason.NO_OBSERVATIONS,
                BradleyTerry.fit(List.of()).missing().orElseThrow().reason());
        assertEquals(
                Undefined.Reason.TOO_FEW_VALUES,
                BradleyTerry.fit(JudgedOrder.independent(List.of(WeakOrder.strict("a"))))
                        .missing()
                        .orElseThrow()
                        .reason());
    }

    @Test
    void eloIsUpdatedGameByGame() {
        WeakOrder game = WeakOrder.strict("A", "B");
        assertEquals(Map.of("A", 1002.0, "B", 998.0), Elo.usual().ratings(List.of(game)));
        Map<String, Double> twice = Elo.usual().ratings(List.of(game, game));
        assertEquals(1003.976975166, twice.getOrDefault("A", 0.0), 1e-9);
        assertEquals(996.023024834, twice.getOrDefault("B", 0.0), 1e-9);
        WeakOrder tie = new WeakOrder(List.of(List.of("A", "B")));
        assertEquals(Map.of("A", 1000.0, "B", 1000.0), Elo.usual().ratings(List.of(tie)));
    }

    static List<WeakOrder> games(PairwiseTally tally) {
        List<WeakOrder> games = new ArrayList<>();
        for (int i = 0; i < tally.size(); i++) {
            for (int j = 0; j < tally.size(); j++) {
                WeakOrder game = i == j
                        ? WeakOrder.strict("")
                        : WeakOrder.strict(tally.items().get(i), tally.items().get(j));
                IntStream.range(0, (int) tally.wins(i, j)).forEach(n -> games.add(game));
            }
        }
        return games;
    }
}
