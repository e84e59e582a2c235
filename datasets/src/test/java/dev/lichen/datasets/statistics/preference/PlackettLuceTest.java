package dev.lichen.datasets.statistics.preference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lichen.datasets.statistics.Undefined;
import dev.lichen.datasets.statistics.WeakOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class PlackettLuceTest {

    private static final double EXACT = 1e-9;
    private static final double LIKELIHOOD = 1e-6;

    private static final Map<String, Double> STRENGTHS = Map.of("A", .5, "B", .3, "C", .2);

    private static final List<WeakOrder> SEVEN =
            List.of(order("ABC"), order("ABC"), order("ABC"), order("ACB"), order("ACB"), order("BAC"), order("CAB"));

    @Test
    void sixOrdersOfThreeItems() {
        Map<String, Double> published =
                Map.of("ABC", .3, "ACB", .2, "BAC", .214285714, "BCA", .085714286, "CAB", .125, "CBA", .075);
        published.forEach((items, p) ->
                assertEquals(p, PlackettLuce.probability(order(items), PlackettLuceTest::strength), EXACT));
    }

    /** Choosing the worst first is another model. */
    @Test
    void negativeControlReversedStagesDiffer() {
        double planted = .2 / 1 * (.3 / .8);
        assertNotEquals(planted, PlackettLuce.probability(order("ABC"), PlackettLuceTest::strength), 1e-3);
    }

    @Test
    void sevenRankingsByBothMethods() {
        PreferenceFit fit = PlackettLuce.fit(JudgedOrder.independent(SEVEN)).orElseThrow();
        Strengths minorised = PlackettLuce.fitByMinorisation(SEVEN).orElseThrow();
        double[] published = {.754217446, .140544179, .105238375};
        for (int i = 0; i < 3; i++) {
            assertEquals(published[i], fit.strengths().share("ABC".substring(i, i + 1)), LIKELIHOOD);
            assertEquals(published[i], minorised.share("ABC".substring(i, i + 1)), LIKELIHOOD);
        }
        assertEquals(-9.298843226, fit.logLikelihood(), LIKELIHOOD);
    }

    /** Breaking the rankings into pairs fits another likelihood. */
    @Test
    void negativeControlPairsOfRankingsDiffer() {
        PreferenceFit planted = BradleyTerry.fit(JudgedOrder.independent(SEVEN)).orElseThrow();
        assertNotEquals(.754217446, planted.strengths().share("A"), 1e-3);
    }

    /** −log P(1 ≻ 2 ≻ 3) at p = e^r, r = (1.2, 0.4, −0.3). */
    @Test
    void lossOfARewardModel() {
        Map<String, Double> rewards = Map.of("1", 1.2, "2", .4, "3", -.3);
        double loss =
                -Math.log(PlackettLuce.probability(order("123"), item -> Math.exp(rewards.getOrDefault(item, 0.0))));
        assertEquals(0.917481122, loss, EXACT);
    }

    @Test
    void pairsAreBradleyAndTerrys() {
        List<JudgedOrder> pairs = JudgedOrder.independent(
                List.of(order("AB"), order("AB"), order("BA"), order("BC"), order("CA"), order("CB")));
        PreferenceFit luce = PlackettLuce.fit(pairs).orElseThrow();
        PreferenceFit terry = BradleyTerry.fit(pairs).orElseThrow();
        assertEquals(terry.strengths().strength("A"), luce.strengths().strength("A"), EXACT);
        assertEquals(terry.standardError("A", "C"), luce.standardError("A", "C"), EXACT);
    }

    @Test
    void tiedPairsAreDavidsons() {
        List<JudgedOrder> pairs = JudgedOrder.independent(
                List.of(order("A=B"), order("AB"), order("BA"), order("B=C"), order("BC"), order("CA"), order("CB")));
        PreferenceFit luce = PlackettLuce.fit(pairs).orElseThrow();
        PreferenceFit davidson = Davidson.fit(pairs).orElseThrow();
        assertEquals(davidson.strengths().strength("A"), luce.strengths().strength("A"), EXACT);
        assertEquals(davidson.tieParameter(2), luce.tieParameter(2), EXACT);
    }

    /** A = B then C: from {A, B, C} the weight of the tie is δ √(.5·.3), over the three items and the three pairs. */
    @Test
    void probabilityOfATie() {
        double delta = 0.4;
        double pairs = Math.sqrt(.15) + Math.sqrt(.1) + Math.sqrt(.06);
        double expected = Math.log(delta * Math.sqrt(.15) / (1 + delta * pairs));
        assertEquals(
                expected,
                PlackettLuce.logProbability(order("A=B|C"), PlackettLuceTest::strength, Map.of(2, delta)),
                EXACT);
    }

    /** The thirteen weak orders of three items. */
    @Test
    void weakOrdersHaveProbabilitiesThatSumToOne() {
        List<String> all = List.of(
                "ABC", "ACB", "BAC", "BCA", "CAB", "CBA", "A=B|C", "A=C|B", "B=C|A", "A|B=C", "B|A=C", "C|A=B",
                "A=B=C");
        double sum = all.stream()
                .mapToDouble(items -> Math.exp(
                        PlackettLuce.logProbability(order(items), PlackettLuceTest::strength, Map.of(2, .7, 3, .2))))
                .sum();
        assertEquals(1, sum, EXACT);
    }

    @Test
    void noOtherParametersAreBetter() {
        List<WeakOrder> orders = randomOrders(60, 5);
        PreferenceFit fit = PlackettLuce.fit(JudgedOrder.independent(orders)).orElseThrow();
        ToDoubleFunction<String> best = item -> fit.strengths().strength(item);
        assertEquals(fit.logLikelihood(), total(orders, best, fit.tieParameters()), 1e-8);
        for (String item : fit.strengths().items()) {
            for (double factor : new double[] {1.01, 0.99}) {
                ToDoubleFunction<String> moved = i -> best.applyAsDouble(i) * (i.equals(item) ? factor : 1);
                assertEquals(true, total(orders, moved, fit.tieParameters()) < fit.logLikelihood());
            }
        }
    }

    @Test
    void renamingItemsChangesNothing() {
        List<WeakOrder> orders = randomOrders(60, 4);
        Map<String, String> names = Map.of("A", "q", "B", "c", "C", "z", "D", "b");
        List<WeakOrder> renamed = new ArrayList<>(
                orders.stream().map(order -> order.renamed(names)).toList());
        Collections.reverse(renamed);
        PreferenceFit before = PlackettLuce.fit(JudgedOrder.independent(orders)).orElseThrow();
        PreferenceFit after = PlackettLuce.fit(JudgedOrder.independent(renamed)).orElseThrow();
        names.forEach((old, name) ->
                assertEquals(before.strengths().strength(old), after.strengths().strength(name), 1e-8));
        assertEquals(before.robustError("A", "D"), after.robustError("q", "b"), 1e-8);
    }

    @Test
    void itemThatIsAlwaysFirstIsNamed() {
        Undefined undefined = PlackettLuce.fit(JudgedOrder.independent(List.of(order("ABC"), order("ACB"))))
                .missing()
                .orElseThrow();
        assertEquals("{A} never lost to {B, C}: their difference is infinite", undefined.detail());
    }

    @Test
    void onlyTiesHaveNoMaximum() {
        assertEquals(
                Undefined.Reason.NOT_CONVERGED,
                PlackettLuce.fit(JudgedOrder.independent(List.of(order("A=B=C"), order("A=B=C"))))
                        .missing()
                        .orElseThrow()
                        .reason());
    }

    @Test
    void tiesNeedAParameter() {
        assertThrows(
                IllegalArgumentException.class,
                () -> PlackettLuce.logProbability(order("A=B|C"), PlackettLuceTest::strength, Map.of()));
        assertThrows(IllegalArgumentException.class, () -> PlackettLuce.fitByMinorisation(List.of(order("A=B"))));
    }

    private static double total(List<WeakOrder> orders, ToDoubleFunction<String> strength, Map<Integer, Double> ties) {
        return orders.stream()
                .mapToDouble(order -> PlackettLuce.logProbability(order, strength, ties))
                .sum();
    }

    private static List<WeakOrder> randomOrders(int count, int items) {
        SplittableRandom random = new SplittableRandom(9);
        List<WeakOrder> orders = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            Map<String, Integer> ranks = new TreeMap<>();
            for (int item = 0; item < items; item++) {
                ranks.put("ABCDEFGH".substring(item, item + 1), item + random.nextInt(6));
            }
            orders.add(WeakOrder.ofRanks(ranks));
        }
        return orders;
    }

    private static double strength(String item) {
        return STRENGTHS.getOrDefault(item, 0.0);
    }

    /** Reads ABC as A ≻ B ≻ C, and A=B|C as {A, B} ≻ C. */
    private static WeakOrder order(String text) {
        if (!text.contains("=")) {
            return WeakOrder.strict(List.of(text.split("")));
        }
        return new WeakOrder(Arrays.stream(text.split("\\|"))
                .map(tier -> List.of(tier.split("=")))
                .toList());
    }
}
