package dev.lichen.annotation.view;

import com.vaadin.flow.component.html.Div;
import dev.lichen.annotation.job.MetricsFile.Series;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A measured quantity as a small curve with its newest value. */
final class Sparkline extends Div {

    private static final int WIDTH = 160;
    private static final int HEIGHT = 36;
    private static final int MOST_POINTS = 160;

    Sparkline() {
        addClassName("sparkline");
    }

    /** Draws a series; only numbers and the name, escaped, go into the page. */
    void show(String name, Series series) {
        List<Double> values = thinned(series.values());
        double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        double range = high > low ? high - low : 1;
        String points = IntStream.range(0, values.size())
                .mapToObj(i -> point(
                        i * (WIDTH - 2.0) / Math.max(1, values.size() - 1) + 1,
                        HEIGHT - 2 - (values.get(i) - low) / range * (HEIGHT - 4)))
                .collect(Collectors.joining(" "));
        getElement()
                .setProperty(
                        "innerHTML",
                        "<svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" aria-hidden=\"true\"><polyline points=\""
                                + points + "\"/></svg><span>" + escaped(name) + "</span><strong>"
                                + number(series.last()) + "</strong>");
    }

    private static List<Double> thinned(List<Double> values) {
        int stride = Math.max(1, values.size() / MOST_POINTS);
        return IntStream.range(0, values.size())
                .filter(i -> i % stride == 0 || i == values.size() - 1)
                .mapToObj(values::get)
                .toList();
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 0.001 && value != 0 ? "%.2e" : "%.4g", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
