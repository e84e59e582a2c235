package dev.lichen.evaluation.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Pins where the plots put their data: a drawing that is a little wrong is worse than none. */
class PlotTest {

    @Test
    void lineGoesThroughItsPoints() {
        String svg = new LinePlot(
                        "t", "step", "y", List.of(new Series("a", List.of(new Point(0, 0), new Point(10, 1)))))
                .draw()
                .toString();
        // the frame is 46 to 346 wide and 184 to 24 high
        assertTrue(svg.contains("points=\"46,184 346,24\""), svg);
    }

    @Test
    void turnedAxisWouldBeSeen() {
        String svg = new LinePlot(
                        "t", "step", "y", List.of(new Series("a", List.of(new Point(0, 1), new Point(10, 0)))))
                .draw()
                .toString();
        assertFalse(svg.contains("points=\"46,184 346,24\""), svg);
    }

    @Test
    void singlePointIsADotAndNoPointsAreNothing() {
        String svg = new LinePlot(
                        "t",
                        "step",
                        "y",
                        List.of(new Series("a", List.of(new Point(3, 1))), new Series("b", List.of())))
                .draw()
                .toString();
        assertTrue(svg.contains("<circle class=\"line series-1\""), svg);
        assertFalse(svg.contains("series-2"), svg);
    }

    @Test
    void pointsAreFinite() {
        assertThrows(IllegalArgumentException.class, () -> new Point(1, Double.NaN));
    }

    @Test
    void stripStandsOnTheSideOfItsInterval() {
        assertEquals("above", new IntervalStrip(0.6, 0.51, 0.7, 0.5).side());
        assertEquals("around", new IntervalStrip(0.6, 0.5, 0.7, 0.5).side());
        assertEquals("below", new IntervalStrip(0.4, 0.3, 0.49, 0.5).side());
    }

    @Test
    void stripPutsRateAndReferenceOnOneScale() {
        String svg = new IntervalStrip(0.75, 0.5, 1, 0.5).draw().toString();
        assertTrue(svg.contains("class=\"reference\" x1=\"120\""), svg);
        assertTrue(svg.contains("class=\"interval\" x1=\"120\" y1=\"11\" x2=\"234\""), svg);
        assertTrue(svg.contains("class=\"marker\" x=\"172.5\""), svg); // 177 less half the marker
    }

    @Test
    void reliabilityPointsGrowWithTheirCount() {
        String svg = new ReliabilityPlot(
                        "t", List.of(new ReliabilityPlot.Bin(0.5, 0.5, 100), new ReliabilityPlot.Bin(0.75, 1, 25)))
                .draw()
                .toString();
        assertTrue(svg.contains("cx=\"46\" cy=\"104\" r=\"9\""), svg);
        assertTrue(svg.contains("cx=\"196\" cy=\"24\" r=\"4.5\""), svg); // a quarter of the pairs: half the radius
    }

    @Test
    void histogramIsAnOutlineOfItsBars() {
        String svg = new HistogramPlot("t", "tokens", "share", 0, 1, List.of(List.of(0.5, 1.0)))
                .draw()
                .toString();
        assertTrue(svg.contains("points=\"46,184 46,104 196,104 196,24 346,24 346,184\""), svg);
    }

    @Test
    void titlesAreEscaped() {
        String svg = new LinePlot("a \"<b>\"", "<x>", "<y>", List.of()).draw().toString();
        assertTrue(svg.contains("aria-label=\"a &quot;&lt;b&gt;&quot;\""), svg);
        assertFalse(svg.contains("<x>"), svg);
    }
}
