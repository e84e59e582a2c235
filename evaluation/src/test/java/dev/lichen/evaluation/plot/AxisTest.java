package dev.lichen.evaluation.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class AxisTest {
    private static final double EXACT = 1e-12;

    @Test
    void limitsAreRoundAndHoldTheValues() {
        Axis axis = Axis.covering(DoubleStream.of(0.13, 0.87), 4);
        assertEquals(new Axis(0, 1, 0.2), new Axis(axis.lower(), Math.rint(axis.upper() * 10) / 10, axis.step()));
        assertArrayEquals(new double[] {0, 0.2, 0.4, 0.6, 0.8, 1}, axis.ticks().toArray(), EXACT);
    }

    @Test
    void aConstantStandsInTheMiddle() {
        Axis axis = Axis.covering(DoubleStream.of(5, 5), 4);
        assertTrue(axis.lower() < 5 && axis.upper() > 5);
    }

    @Test
    void nothingGivesAnAxisAllTheSame() {
        assertEquals(3, Axis.covering(DoubleStream.empty(), 4).ticks().count());
    }

    @Test
    void stepsOfTrainingKeepTheirLimits() {
        Axis axis = Axis.within(DoubleStream.of(1, 240), 4);
        assertEquals(1, axis.lower());
        assertEquals(240, axis.upper());
        assertArrayEquals(new double[] {100, 200}, axis.ticks().toArray(), EXACT);
    }

    @Test
    void valuesFallBetweenTheCoordinates() {
        assertEquals(150, new Axis(0, 4, 1).at(1, 200, 0), EXACT);
    }

    @Test
    void labelsHaveTheDigitsOfTheStep() {
        assertEquals("0.25", new Axis(0, 1, 0.25).label(0.25));
        assertEquals("0.2", new Axis(0, 1, 0.2).label(0.2));
        assertEquals("\u2212200", new Axis(-200, 100, 100).label(-200));
        assertEquals("2.0e-06", new Axis(0, 4e-6, 1e-6).label(2e-6));
    }

    @Test
    void anEmptyAxisIsAnError() {
        assertThrows(IllegalArgumentException.class, () -> new Axis(1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Axis(0, Double.NaN, 1));
    }
}
