package dev.lichen.annotation.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.quality.Effect;
import dev.lichen.annotation.quality.Inquiries;
import dev.lichen.annotation.quality.Quality;
import dev.lichen.datasets.statistics.Estimate;
import dev.lichen.datasets.statistics.Statistic;
import dev.lichen.datasets.statistics.Undefined;
import dev.lichen.datasets.statistics.judgements.Agreement;
import dev.lichen.datasets.statistics.judgements.Figure;
import dev.lichen.datasets.statistics.preference.PairCovariates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** How far a project's judgements can be trusted: each figure with its interval, or why there is none yet. */
final class QualityForm extends Div {

    private static final String UNKNOWN = "–";
    private static final String USUAL_HALF_WIDTH = "0.05";

    QualityForm(Quality quality, Inquiries inquiries, UUID me, Project project, boolean mayAsk) {
        addClassName("form");
        if (!quality.sample().isWhole()) {
            add(Parts.quiet(getTranslation(
                    "quality.sample", quality.sample().items(), quality.sample().of())));
        }
        if (quality.agreements().isEmpty()) {
            add(Parts.panel(getTranslation("quality.agreement"), Parts.quiet(getTranslation("quality.nothing"))));
        }
        quality.agreements().forEach(agreement -> add(agreement(agreement)));
        if (!quality.bySource().isEmpty()) {
            add(bySource(quality));
        }
        add(new GoldPanel(quality.gold()));
        add(effects(quality));
        add(new SuspicionPanel(inquiries, me, project, quality.suspicions(), mayAsk));
        if (!quality.agreements().isEmpty()) {
            add(planner(quality.agreements().getFirst()));
        }
        add(Parts.quiet(getTranslation(
                "quality.head", quality.asOf().seq(), quality.asOf().hash().substring(0, 12))));
    }

    private Component agreement(Agreement agreement) {
        return Parts.panel(
                agreement.judged().equals("rankings")
                        ? getTranslation("quality.agreement")
                        : getTranslation("quality.agreement.on", agreement.judged()),
                Parts.quiet(getTranslation(
                        "quality.overlap",
                        agreement.overlap().records(),
                        agreement.overlap().annotators(),
                        agreement.overlap().tasks(),
                        agreement.overlap().shared())),
                new Statistics(agreement.overall()),
                groups("quality.by-language", agreement.byLanguage()),
                groups("quality.by-annotator", agreement.byAnnotator()));
    }

    private Component bySource(Quality quality) {
        Div panel = new Div();
        quality.bySource()
                .forEach((source, agreements) -> agreements.forEach(agreement -> {
                    panel.add(new H3(source + " · " + agreement.judged()));
                    panel.add(new Statistics(agreement.overall()));
                }));
        NativeDetails details = new NativeDetails(getTranslation("quality.by-source"), panel);
        details.addClassName("panel");
        return details;
    }

    private Component groups(String title, Map<String, List<Figure>> groups) {
        Div content = new Div();
        groups.forEach((name, figures) -> {
            content.add(new H3(name));
            content.add(new Statistics(figures));
        });
        return new NativeDetails(getTranslation(title), content);
    }

    private Component planner(Agreement agreement) {
        Input width = Parts.input("text", USUAL_HALF_WIDTH);
        width.getElement().setAttribute("inputmode", "decimal");
        Div plan = new Div();
        plan.add(Statistics.planned(agreement.overall(), Double.parseDouble(USUAL_HALF_WIDTH)));
        ErrorLine error = new ErrorLine();
        return Parts.panel(
                getTranslation("plan.title"),
                Parts.quiet(getTranslation("plan.help")),
                Parts.row(
                        Parts.field(getTranslation("plan.width"), width),
                        Parts.quietButton(getTranslation("plan.compute"), () -> plan(agreement, width, plan, error))),
                error,
                plan);
    }

    private void plan(Agreement agreement, Input width, Div plan, Div error) {
        double wanted = width(width.getValue());
        if (wanted > 0 && wanted < 1) {
            error.setText("");
            plan.removeAll();
            plan.add(Statistics.planned(agreement.overall(), wanted));
        } else {
            error.setText(getTranslation("plan.bad", width.getValue()));
        }
    }

    private static double width(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException typo) {
            return Double.NaN;
        }
    }

    private Component effects(Quality quality) {
        List<Effect> figures = new ArrayList<>();
        figures.add(quality.selfConsistency());
        figures.addAll(quality.effects());
        return Parts.panel(
                getTranslation("quality.effects"),
                Parts.quiet(getTranslation("quality.help")),
                Parts.quiet(getTranslation("quality.odds.help")),
                Parts.table(
                        List.of(
                                getTranslation("quality.figure"),
                                getTranslation("quality.share"),
                                getTranslation("quality.interval"),
                                getTranslation("quality.n"),
                                getTranslation("quality.neutral"),
                                getTranslation("quality.reading"),
                                getTranslation("quality.odds")),
                        figures.stream().map(this::row).toList()));
    }

    private List<Component> row(Effect effect) {
        List<Component> cells = new ArrayList<>();
        cells.add(new Span(name(effect)));
        cells.addAll(figures(effect));
        cells.add(new Span(effect.oddsRatio() == null ? UNKNOWN : odds(effect.oddsRatio())));
        return cells;
    }

    /** "1.40 (1.10 – 1.78), n = 1200 (150)", or why there is none. */
    private String odds(Statistic ratio) {
        return switch (ratio) {
            case Estimate estimate ->
                getTranslation(
                        "quality.odds.ratio",
                        Statistics.number(estimate.value()),
                        Statistics.number(estimate.interval().low()),
                        Statistics.number(estimate.interval().high()),
                        estimate.n(),
                        estimate.clusters());
            case Undefined undefined ->
                getTranslation("quality.odds." + undefined.reason().name(), PairCovariates.FEWEST_CLUSTERS);
        };
    }

    private List<Component> figures(Effect effect) {
        Statistic share = effect.share();
        return switch (share) {
            case Estimate estimate ->
                List.of(
                        new Span(percent(estimate.value())),
                        interval(estimate, effect.neutral()),
                        new Span(getTranslation("quality.counts", estimate.n(), estimate.clusters())),
                        new Span(percent(effect.neutral())),
                        new Span(getTranslation(
                                estimate.interval().contains(effect.neutral()) ? "quality.open" : "quality.shown")));
            case Undefined undefined ->
                List.of(
                        new Span(UNKNOWN),
                        new Span(UNKNOWN),
                        new Span(UNKNOWN),
                        new Span(percent(effect.neutral())),
                        new Span(getTranslation("quality." + undefined.reason().name())));
        };
    }

    private static Component interval(Estimate estimate, double neutral) {
        double low = estimate.interval().low();
        double high = estimate.interval().high();
        return new Div(
                new Span(percent(low) + " – " + percent(high)),
                new IntervalBar(IntervalBar.Scale.share(neutral), low, estimate.value(), high));
    }

    /** Names a figure in the reader's language, or as the store names it where there is no word yet. */
    private String name(Effect effect) {
        String key = "quality." + effect.name().replace(' ', '-');
        String text = getTranslation(key);
        return text.equals(key) ? effect.name() : text;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f\u00a0%%", 100 * share);
    }
}
