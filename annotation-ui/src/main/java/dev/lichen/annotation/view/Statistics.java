package dev.lichen.annotation.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.lichen.datasets.statistics.Interval;
import dev.lichen.datasets.statistics.PrecisionPlan;
import dev.lichen.datasets.statistics.judgements.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A table of statistics: value, interval, what they rest on, and why there is none where there is none. */
final class Statistics extends Div {

    private static final String UNKNOWN = "–";

    Statistics(List<Figure> figures) {
        add(Parts.table(
                List.of(
                        getTranslation("quality.figure"),
                        getTranslation("quality.value"),
                        getTranslation("quality.interval"),
                        getTranslation("quality.observations"),
                        getTranslation("quality.remark")),
                figures.stream().map(Statistics::row).toList()));
    }

    /** Returns the same with the further judgements that make each interval as narrow as ± x. */
    static Div planned(List<Figure> figures, double halfWidth) {
        List<List<Component>> rows = new ArrayList<>();
        for (Figure figure : figures) {
            Double low = figure.low();
            Double high = figure.high();
            if (low != null && high != null && figure.clusters() > 0) {
                Interval interval = new Interval(low, high, Interval.USUAL_LEVEL);
                rows.add(plan(figure, PrecisionPlan.of(interval, figure.clusters(), figure.n(), halfWidth)));
            }
        }
        return rows.isEmpty()
                ? new Div(Parts.quiet(text("plan.none")))
                : Parts.table(
                        List.of(
                                text("quality.figure"),
                                text("plan.now"),
                                text("plan.prompts"),
                                text("plan.observations")),
                        rows);
    }

    /** Names a statistic in the reader's language, or as it names itself where there is no word yet. */
    static String name(String statistic) {
        String key = "statistic." + statistic.replaceAll("[^\\p{Alnum}]+", "-").replaceAll("-$", "");
        String translated = text(key);
        return translated.equals(key) ? statistic : translated;
    }

    private static List<Component> plan(Figure figure, PrecisionPlan plan) {
        Double low = figure.low();
        Double high = figure.high();
        double half = low == null || high == null ? Double.NaN : (high - low) / 2;
        return List.of(
                new Span(name(figure.statistic())),
                new Span("± " + number(half)),
                new Span(plan.furtherClusters() == 0 ? text("plan.enough") : "+ " + count(plan.furtherClusters())),
                new Span(plan.furtherClusters() == 0 ? UNKNOWN : "+ " + count(plan.furtherObservations())));
    }

    private static List<Component> row(Figure figure) {
        return List.of(
                new Span(name(figure.statistic())),
                new Span(number(figure.value())),
                interval(figure),
                new Span(
                        figure.clusters() > 0
                                ? text("quality.counts", count(figure.n()), count(figure.clusters()))
                                : count(figure.n())),
                why(figure));
    }

    private static Component interval(Figure figure) {
        if (figure.low() == null) {
            return new Span(UNKNOWN);
        }
        Span bounds = new Span(number(figure.low()) + " – " + number(figure.high()));
        bounds.addClassName("bounds");
        bounds.setTitle(String.valueOf(figure.method()));
        return new Div(bounds, bar(figure));
    }

    private static Component bar(Figure figure) {
        Double value = figure.value();
        Double low = figure.low();
        Double high = figure.high();
        return value == null || low == null || high == null
                ? new Span()
                : new IntervalBar(IntervalBar.Scale.COEFFICIENT, low, value, high);
    }

    /** The reason in the statistics' own words, or the kind of reason in the reader's language. */
    private static Component why(Figure figure) {
        if (figure.undefined() == null) {
            return new Span();
        }
        String words = String.valueOf(figure.why());
        String key = "quality." + figure.undefined().name();
        boolean english = UI.getCurrent().getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        Span why = new Span(english || text(key).equals(key) ? words : text(key));
        why.setTitle(words);
        return why;
    }

    static String number(@Nullable Double value) {
        return value == null
                ? UNKNOWN
                : String.format(Locale.ROOT, "%.2f", value).replace("-", "−");
    }

    private static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    private static String text(String key, Object... parameters) {
        return UI.getCurrent().getTranslation(key, parameters);
    }
}
