package dev.lichen.datasets.statistics.preference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.datasets.statistics.Estimate;
import dev.lichen.datasets.statistics.Statistic;
import dev.lichen.datasets.statistics.Undefined;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class PairCovariatesTest {

    private static final double EXACT = 1e-9;
    private static final double LIKELIHOOD = 1e-6;
    private static final double LEVEL = 0.95;

    /** A winner's less a loser's place, length and format, two pairs a prompt. */
    private static final double[][] PAIRS = {
        {1, 1.3, 0},
        {1, 0.1, 0},
        {1, 0.7, -2},
        {-1, 1.0, -3},
        {1, 1.7, 3},
        {1, 0.5, 1},
        {-1, 0.1, 2},
        {1, 1.6, 3},
        {-1, -0.2, 2},
        {-1, -0.3, 1},
        {1, -1.1, -2},
        {1, -1.2, 1},
        {1, 0.3, -2},
        {-1, -2.0, 2},
        {-1, 1.0, 2},
        {1, 0.3, -2},
        {1, -0.6, 1},
        {-1, 0.8, 2},
        {-1, 1.4, -2},
        {1, 0.6, 1},
        {-1, -0.2, -2},
        {1, 1.3, 1},
        {-1, 1.0, -3},
        {-1, 0.4, -2},
        {1, 0.6, 2},
        {-1, 0.4, 1},
        {1, 0.5, -1},
        {1, -0.4, -1},
        {-1, 0.5, 2},
        {1, -0.4, 3},
        {-1, -0.5, -1},
        {1, -0.9, -3},
        {-1, 0.6, -1},
        {-1, 1.1, -1},
        {-1, 1.9, -2},
        {-1, 1.1, 1},
        {-1, 0.4, 2},
        {1, 0.3, 1},
        {-1, -0.5, -3},
        {-1, 0.7, -2}
    };

    private static PairCovariates vector(BiFunction<Integer, double[], String> cluster) {
        PairCovariates model = new PairCovariates(3);
        for (int pair = 0; pair < PAIRS.length; pair++) {
            model.add(cluster.apply(pair, PAIRS[pair]), PAIRS[pair]);
        }
        return model;
    }

    private static CovariateFit fit(PairCovariates model) {
        return model.fit().orElseThrow();
    }

    private static Undefined.Reason reason(PairCovariates model) {
        return model.fit().missing().orElseThrow().reason();
    }

    /**
     * statsmodels 0.15.0, {@code Logit(y, X).fit(cov_type="cluster", cov_kwds={"groups": prompt, "use_correction": False})}
     * without a constant, errors times √(20/19).
     */
    @Test
    void coefficientsAndClusteredErrorsAreThoseOfStatsmodels() {
        CovariateFit fit = fit(vector((pair, x) -> "prompt " + pair / 2));
        double[] coefficients = {-0.012642759257862197, 0.9675049290584764, -0.028892410404640346};
        double[] errors = {0.3334675741517748, 0.5453004691419743, 0.214725015414662};
        for (int k = 0; k < 3; k++) {
            assertEquals(coefficients[k], fit.coefficients().get(k), LIKELIHOOD);
            assertEquals(errors[k], fit.robustErrors().get(k), LIKELIHOOD);
        }
        assertEquals(40, fit.pairs());
        assertEquals(20, fit.clusters());
    }

    /** Each pair its own cluster, length alone, and place alone: other numbers, so that the vector tells them apart. */
    @Test
    void negativeControlsIndependentPairsAndSingleCovariatesDiffer() {
        CovariateFit independent = fit(vector((pair, x) -> "pair " + pair));
        assertNotEquals(0.5453004691419743, independent.robustErrors().get(1), 0.01);
        PairCovariates place = new PairCovariates(1);
        PairCovariates length = new PairCovariates(1);
        for (int pair = 0; pair < PAIRS.length; pair++) {
            place.add("prompt " + pair / 2, PAIRS[pair][0]);
            length.add("prompt " + pair / 2, PAIRS[pair][1]);
        }
        assertEquals(-0.10008346, fit(place).coefficients().getFirst(), LIKELIHOOD);
        assertEquals(0.96622813, fit(length).coefficients().getFirst(), LIKELIHOOD);
    }

    /**
     * By hand: 30 prompts of a pair, 20 won by the first shown. The odds are 20/10 = 2; with p = 2/3 the information is
     * 30·2/9 = 20/3 and Σ g² = 20·1/9 + 10·4/9 = 20/3, so that the error is √(3/20 · 30/29). The same pair said twice in each
     * prompt is no more evidence: the information doubles and Σ g² is fourfold.
     */
    @Test
    void oneSignIsTheLogOfItsOddsAndRepetitionIsNoEvidence() {
        PairCovariates once = new PairCovariates(1);
        PairCovariates twice = new PairCovariates(1);
        for (int prompt = 0; prompt < 30; prompt++) {
            once.add("prompt " + prompt, prompt < 20 ? 1 : -1);
            twice.add("prompt " + prompt, prompt < 20 ? 1 : -1);
            twice.add("prompt " + prompt, prompt < 20 ? 1 : -1);
        }
        assertEquals(Math.log(2), fit(once).coefficients().getFirst(), EXACT);
        assertEquals(Math.sqrt(3.0 / 20 * 30 / 29), fit(once).robustErrors().getFirst(), EXACT);
        assertEquals(
                fit(once).robustErrors().getFirst(), fit(twice).robustErrors().getFirst(), EXACT);
        Estimate ratio = once.oddsRatios(LEVEL).getFirst().estimate().orElseThrow();
        assertEquals(2, ratio.value(), EXACT);
        assertEquals(
                2 * Math.exp(-1.959963984540054 * Math.sqrt(4.5 / 29)),
                ratio.interval().low(),
                EXACT);
    }

    /** Long answers stand first and win: the place has nothing to do with it, whatever its share of wins is. */
    @Test
    void lengthEffectIsHeldAgainstPosition() {
        SplittableRandom random = new SplittableRandom(3);
        PairCovariates model = new PairCovariates(2);
        PairCovariates marginal = new PairCovariates(1);
        for (int prompt = 0; prompt < 2000; prompt++) {
            double length = random.nextDouble(-2, 2);
            double place = random.nextDouble() < 1 / (1 + Math.exp(-2 * length)) ? 1 : -1;
            double sign = random.nextDouble() < 1 / (1 + Math.exp(-length)) ? 1 : -1;
            model.add("p" + prompt, sign * place, sign * length);
            marginal.add("p" + prompt, sign * place);
        }
        List<Statistic> held = model.oddsRatios(LEVEL);
        assertTrue(held.get(0).estimate().orElseThrow().interval().contains(1));
        assertTrue(held.get(1).estimate().orElseThrow().interval().contains(Math.E));
        assertTrue(marginal.oddsRatios(LEVEL)
                        .getFirst()
                        .estimate()
                        .orElseThrow()
                        .interval()
                        .low()
                > 1.3);
    }

    /** In half of the prompts all eight pairs go one way together, so that they are few observations, not many. */
    @Test
    void intervalsCoverWherePairsOfAPromptDependOnEachOther() {
        SplittableRandom random = new SplittableRandom(9);
        int covered = 0;
        int naive = 0;
        for (int study = 0; study < 400; study++) {
            PairCovariates clustered = new PairCovariates(1);
            PairCovariates independent = new PairCovariates(1);
            for (int prompt = 0; prompt < 40; prompt++) {
                double common = random.nextBoolean() ? 1 : -1;
                boolean together = random.nextBoolean();
                for (int pair = 0; pair < 8; pair++) {
                    double sign = together ? common : random.nextBoolean() ? 1 : -1;
                    clustered.add("p" + prompt, sign);
                    independent.add("p" + prompt + "/" + pair, sign);
                }
            }
            covered += coversOne(clustered) ? 1 : 0;
            naive += coversOne(independent) ? 1 : 0;
        }
        assertTrue(covered >= 0.92 * 400, "covered " + covered);
        assertTrue(naive <= 0.8 * 400, "as if independent " + naive);
    }

    private static boolean coversOne(PairCovariates model) {
        return model.oddsRatios(LEVEL)
                .getFirst()
                .estimate()
                .orElseThrow()
                .interval()
                .contains(1);
    }

    @Test
    void aCovariateThatDecidesEveryPairHasNoFiniteEffect() {
        PairCovariates all = new PairCovariates(2);
        PairCovariates where = new PairCovariates(2);
        for (int prompt = 0; prompt < 40; prompt++) {
            all.add("p" + prompt, prompt % 3 == 0 ? 1 : -1, 1);
            where.add("p" + prompt, prompt % 3 == 0 ? 1 : -1, prompt == 7 ? 1 : 0);
        }
        assertEquals(Undefined.Reason.NOT_CONVERGED, reason(all));
        assertEquals(Undefined.Reason.NOT_CONVERGED, reason(where));
        assertTrue(all.fit().missing().orElseThrow().detail().contains("decides every pair"));
    }

    @Test
    void covariatesThatMoveTogetherCannotBeToldApart() {
        PairCovariates model = new PairCovariates(2);
        for (int prompt = 0; prompt < 40; prompt++) {
            model.add("p" + prompt, prompt % 3 - 1, 0.1 * (prompt % 3 - 1));
        }
        assertEquals(Undefined.Reason.NO_VARIATION, reason(model));
    }

    @Test
    void whereNoPairDiffersInACovariateTheOthersAreFitted() {
        PairCovariates model = new PairCovariates(2);
        for (int prompt = 0; prompt < 30; prompt++) {
            model.add("p" + prompt, prompt < 20 ? 1 : -1, 0);
        }
        List<Statistic> ratios = model.oddsRatios(LEVEL);
        assertEquals(2, ratios.get(0).estimate().orElseThrow().value(), EXACT);
        assertEquals(new Undefined(Undefined.Reason.NO_VARIATION, "no pair differs in it"), ratios.get(1));
    }

    @Test
    void tooFewPromptsAndNoPairsSaySo() {
        PairCovariates model = new PairCovariates(1);
        assertEquals(Undefined.Reason.NO_OBSERVATIONS, reason(model));
        for (int pair = 0; pair < 100; pair++) {
            model.add("p" + pair % 19, pair % 3 - 1);
        }
        assertEquals(
                new Undefined(Undefined.Reason.TOO_FEW_CLUSTERS, "the pairs belong to 19 clusters; 20 are needed"),
                model.fit().missing().orElseThrow());
        model.add("another", 1);
        assertTrue(model.fit().found().isPresent());
    }

    @Test
    void aPairOfOtherCovariatesIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new PairCovariates(2).add("p", 1));
    }

    /** Far beyond the first capacity, in units far apart: the odds of two thirds stay 2. */
    @Test
    void manyPairsInSmallUnitsAreFitted() {
        PairCovariates model = new PairCovariates(1);
        for (int pair = 0; pair < 30_000; pair++) {
            model.add("p" + pair, pair % 3 == 0 ? -1e-3 : 1e-3);
        }
        assertEquals(1000 * Math.log(2), fit(model).coefficients().getFirst(), 1e-3);
    }
}
