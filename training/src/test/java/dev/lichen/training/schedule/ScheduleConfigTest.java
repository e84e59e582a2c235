package dev.lichen.training.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lichen.training.config.AbstractConfigTest;
import org.junit.jupiter.api.Test;

class ScheduleConfigTest extends AbstractConfigTest<ScheduleConfig> {

    @Override
    protected ScheduleConfig defaults() {
        return ScheduleConfig.defaults();
    }

    @Test
    void everyKindMakesItsSchedule() {
        assertEquals(new ConstantSchedule(5), of(ScheduleKind.CONSTANT));
        assertEquals(new LinearSchedule(5, 90, 0.1), of(ScheduleKind.LINEAR));
        assertEquals(new CosineSchedule(5, 90, 0.1), of(ScheduleKind.COSINE));
        assertEquals(new InverseSquareRootSchedule(5), of(ScheduleKind.INVERSE_SQUARE_ROOT));
    }

    private static LearningRateSchedule of(ScheduleKind kind) {
        return new ScheduleConfig(kind, 5, 0.1).of(90);
    }

    @Test
    void anInverseSquareRootNeedsAWarmUp() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> new ScheduleConfig(ScheduleKind.INVERSE_SQUARE_ROOT, 0, 0));

        assertEquals(
                "warmupSteps must be at least 1 for the schedule inverse-square-root, was 0", refusal.getMessage());
    }
}
