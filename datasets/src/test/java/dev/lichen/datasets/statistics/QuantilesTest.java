package dev.lichen.datasets.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.junit.jupiter.api.Test;

class QuantilesTest {

    private static final double EXACT = 1e-12;
    private static final double[] VALUES = {9, 1, 4, 16, 25, 0, 36, 49};

    @Test
    void bothTypesAgreeWithCommonsMath() {
        Percentile interpolated = new Percentile().withEstimationType(EstimationType.R_7);
        Percentile inverse = new Percentile().withEstimationType(EstimationType.R_1);
        for (double p : new double[] {0.01, 0.025, 0.25, 0.5, 0.6, 0.75, 0.975, 1}) {
            assertEquals(interpolated.evaluate(VALUES, 100 * p), Quantiles.interpolated(VALUES, p), EXACT);
            assertEquals(inverse.evaluate(VALUES, 100 * p), Quantiles.inverseDistribution(VALUES, p), EXACT);
        }
    }

    @Test
    void negativeControlTheTypesDiffer() {
        assertNotEquals(Quantiles.interpolated(VALUES, 0.5), Quantiles.inverseDistribution(VALUES, 0.5), EXACT);
    }

    /** 2, 4, 4, 4, 5, 5, 7, 9: mean 5, squares 32, sample deviation √(32/7). */
    @Test
    void summaryOfEightNumbers() {
        Summary summary = Summary.of(List.of(2, 4, 4, 4, 5, 5, 7, 9));
        assertEquals(8, summary.n());
        assertEquals(5, summary.mean(), EXACT);
        assertEquals(Math.sqrt(32.0 / 7), summary.standardDeviation(), EXACT);
        assertEquals(4.5, summary.quantiles().median(), EXACT);
        assertEquals(5.5, summary.quantiles().upperQuartile(), EXACT);
        assertEquals(8.3, summary.quantiles().percentile95(), EXACT);
    }

    @Test
    void noValuesAndBadProbabilitiesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Quantiles.interpolated(new double[0], 0.5));
        assertThrows(IllegalArgumentException.class, () -> Quantiles.interpolated(VALUES, 1.5));
    }
}
