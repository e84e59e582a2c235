package dev.lichen.training.schedule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class LearningRateScheduleTest {

    private static final double TOLERANCE = 1e-6;

    private static final long[] STEPS = {0, 5, 10, 50, 99, 100, 400, 1000};
    private static final double[] PUBLISHED = {.1, .1, .1, .5, .99, 1, .5, .316228};

    private static void assertPublished(LearningRateSchedule schedule) {
        double[] factors = Arrays.stream(STEPS).mapToDouble(schedule::factor).toArray();
        assertArrayEquals(PUBLISHED, factors, TOLERANCE);
    }

    @Test
    void inverseSquareRootGivesThePublishedFactors() {
        assertPublished(new InverseSquareRootSchedule(100));
    }

    @Test
    void negativeControlAWrongWarmUpFailsTheSameCheck() {
        assertThrows(AssertionFailedError.class, () -> assertPublished(new InverseSquareRootSchedule(101)));
        assertThrows(AssertionFailedError.class, () -> assertPublished(new ConstantSchedule(100)));
    }

    @Test
    void linearFallsInAStraightLine() {
        LinearSchedule schedule = new LinearSchedule(10, 110, 0.2); // (60 - 10) / 100 = 1/2: 1 - 0.8 / 2

        assertEquals(0.5, schedule.factor(5), TOLERANCE);
        assertEquals(1, schedule.factor(10), TOLERANCE);
        assertEquals(0.6, schedule.factor(60), TOLERANCE);
        assertEquals(0.2, schedule.factor(110), TOLERANCE);
    }

    @Test
    void cosineFallsAlongHalfAWave() {
        CosineSchedule schedule = new CosineSchedule(0, 120, 0.1); // cos(pi/3) = 1/2: 0.1 + 0.9 * 0.75

        assertEquals(1, schedule.factor(0), TOLERANCE);
        assertEquals(0.775, schedule.factor(40), TOLERANCE);
        assertEquals(0.55, schedule.factor(60), TOLERANCE);
        assertEquals(0.1, schedule.factor(120), TOLERANCE);
    }

    @Test
    void afterTheEndTheMinimumStays() {
        assertEquals(0.1, new CosineSchedule(0, 120, 0.1).factor(1000), TOLERANCE);
        assertEquals(0.2, new LinearSchedule(0, 120, 0.2).factor(1000), TOLERANCE);
    }

    @Test
    void withoutWarmUpTheFirstStepHasThePeak() {
        assertEquals(1, new ConstantSchedule(0).factor(0));
    }

    @Test
    void everyFactorIsAShareOfThePeak() {
        List<LearningRateSchedule> schedules = List.of(
                new ConstantSchedule(7),
                new LinearSchedule(7, 50, 0),
                new CosineSchedule(7, 50, 0),
                new InverseSquareRootSchedule(7));
        for (LearningRateSchedule schedule : schedules) {
            for (long step = 0; step < 100; step++) {
                double factor = schedule.factor(step);
                assertTrue(factor >= 0 && factor <= 1, schedule + " at " + step + ": " + factor);
            }
        }
    }
}
