package dev.lichen.evaluation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lichen.evaluation.Measured;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void numbersKeepThreeDigits() {
        assertEquals("0.0123", Figures.number(0.012345));
        assertEquals("\u22121.23", Figures.number(-1.2345));
        assertEquals("12346", Figures.number(12345.6));
        assertEquals("0", Figures.number(0.0));
        assertEquals("1.50e\u221206", Figures.number(1.5e-6));
    }

    @Test
    void ratesArePercentWithOneDecimal() {
        assertEquals("61.3%", Figures.percent(0.6129));
        assertEquals("no interval", Figures.percentInterval(Measured.withoutInterval(0.5, 1, 1)));
        assertEquals("\u2014", Figures.percent(Measured.undefined("nothing")));
    }

    @Test
    void durationsHaveTwoUnits() {
        assertEquals("9.5 s", Figures.duration(9.5));
        assertEquals("2 min 8 s", Figures.duration(128.2));
        assertEquals("1 h 2 min", Figures.duration(3725));
    }
}
