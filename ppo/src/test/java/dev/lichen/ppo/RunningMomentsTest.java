package dev.lichen.ppo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class RunningMomentsTest {

    private static final double PUBLISHED = 1e-7;
    private static final double TOLERANCE = 1e-12;

    @Test
    void publishedVectorHolds() {
        RunningMoments first = RunningMoments.none().plus(RunningMoments.of(1, 2, 3, 4));
        assertEquals(2.5, first.mean(), TOLERANCE);
        assertEquals(1.2909944, first.standardDeviation(), PUBLISHED);
        RunningMoments both = first.plus(RunningMoments.of(5, 7));
        assertEquals(3.6666667, both.mean(), PUBLISHED);
        assertEquals(3.8888889, both.variance(), PUBLISHED);
        assertEquals(2.1602469, both.standardDeviation(), PUBLISHED);
    }

    @Test
    void batchesJoinAsIfTheyWereOne() {
        RunningMoments joined = RunningMoments.of(1e6, 1e6 + 1).plus(RunningMoments.of(1e6 + 2));
        RunningMoments whole = RunningMoments.of(1e6, 1e6 + 1, 1e6 + 2);
        assertEquals(whole.mean(), joined.mean(), TOLERANCE * 1e6);
        assertEquals(whole.variance(), joined.variance(), TOLERANCE * 1e6);
    }

    @Test
    void nothingChangesNothing() {
        RunningMoments moments = RunningMoments.of(1, 5);
        assertEquals(moments, moments.plus(RunningMoments.none()));
        assertEquals(1, RunningMoments.none().standardDeviation());
    }

    @Test
    void averageOfVariancesWouldBeSeen() {
        double faulty = (RunningMoments.of(1, 2, 3, 4).variance()
                        + RunningMoments.of(5, 7).variance())
                / 2;
        assertNotEquals(3.8888889, faulty, PUBLISHED);
    }
}
