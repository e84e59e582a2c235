package dev.lichen.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EpochOrderTest {

    private final EpochOrder order = new EpochOrder(10, 4, new RandomStreams(7), "shuffle");

    @Test
    void everyEpochHoldsEveryExampleOnce() {
        int[] seen = LongStream.range(0, 5)
                .flatMap(step -> Arrays.stream(order.batch(step)).asLongStream())
                .mapToInt(Math::toIntExact)
                .toArray();
        int[] all = IntStream.range(0, 10).toArray();
        int[] first = Arrays.copyOfRange(seen, 0, 10);
        int[] second = Arrays.copyOfRange(seen, 10, 20);
        assertFalse(Arrays.equals(first, second), "each epoch has an order of its own");
        assertArrayEquals(all, Arrays.stream(first).sorted().toArray());
        assertArrayEquals(all, Arrays.stream(second).sorted().toArray());
    }

    @Test
    void batchDependsOnTheStepAlone() {
        int[] later = order.batch(3);
        order.batch(0);
        assertArrayEquals(later, new EpochOrder(10, 4, new RandomStreams(7), "shuffle").batch(3));
    }

    @Test
    void batchMayBeLargerThanTheData() {
        assertEquals(5, new EpochOrder(2, 5, new RandomStreams(7), "shuffle").batch(0).length);
    }

    @Test
    void epochsAndStepsAgree() {
        assertEquals(2, order.epochs(5));
        assertEquals(5, order.stepsFor(2));
        assertEquals(3, order.stepsFor(1));
    }

    @Test
    void nothingCannotBeOrdered() {
        assertThrows(IllegalArgumentException.class, () -> new EpochOrder(0, 1, new RandomStreams(7), "shuffle"));
    }
}
