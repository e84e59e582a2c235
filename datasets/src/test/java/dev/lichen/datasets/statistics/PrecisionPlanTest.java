package dev.lichen.datasets.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PrecisionPlanTest {

    private final Estimate estimate = new Estimate(0.7, new Interval(0.64, 0.76, 0.95), 300, 100, "percentile");

    /** Half the width takes four times the prompts: 400 in all, 300 more, with three judgements each. */
    @Test
    void halfTheWidthTakesFourTimesTheClusters() {
        assertEquals(new PrecisionPlan(400, 300, 900), PrecisionPlan.of(estimate, 0.03));
    }

    /** The negative control: were widths to shrink as 1/c, twice the prompts would do. */
    @Test
    void widthsDoNotShrinkInProportion() {
        assertNotEquals(200, PrecisionPlan.of(estimate, 0.03).clusters());
    }

    @Test
    void anIntervalThatIsNarrowEnoughTakesNoMore() {
        assertEquals(new PrecisionPlan(100, 0, 0), PrecisionPlan.of(estimate, 0.06));
        assertEquals(new PrecisionPlan(9, 0, 0), PrecisionPlan.of(estimate, 0.2));
    }

    @Test
    void noWidthIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> PrecisionPlan.of(estimate, 0));
    }
}
