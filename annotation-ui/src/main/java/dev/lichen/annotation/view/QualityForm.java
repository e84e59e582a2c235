package dev.lichen.annotation.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.quality.Effect;
import dev.lichen.annotation.quality.Quality;
import dev.lichen.annotation.quality.QualityBoard;
import dev.lichen.datasets.statistics.Estimate;
import dev.lichen.datasets.statistics.Statistic;
import dev.lichen.datasets.statistics.Undefined;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** How far a project's judgements can be trusted: each figure with its interval, or why there is none yet. */
final class QualityForm extends Div {

    private static final String UNKNOWN = "–";

    QualityForm(QualityBoard board, UUID me, Project project) {
        addClassName("form");
        Quality quality = board.of(me, project.id());
        List<Effect> figures = new ArrayList<>();
        figures.add(quality.selfConsistency());
        figures.addAll(quality.effects());
        add(Parts.panel(
                getTranslation("project.quality"),
                Parts.quiet(getTranslation("quality.help")),
                Parts.table(
                        List.of(
                                getTranslation("quality.figure"),
                                getTranslation("quality.share"),
                                getTranslation("quality.interval"),
                                getTranslation("quality.n"),
                                getTranslation("quality.neutral"),
                                getTranslation("quality.reading")),
                        figures.stream().map(this::row).toList()),
                Parts.quiet(getTranslation(
                        "quality.head",
                        quality.asOf().seq(),
                        quality.asOf().hash().substring(0, 12)))));
    }

    private List<Component> row(Effect effect) {
        List<Component> cells = new ArrayList<>();
        cells.add(new Span(name(effect)));
        cells.addAll(figures(effect));
        return cells;
    }

    private List<Component> figures(Effect effect) {
        Statistic share = effect.share();
        return switch (share) {
            case Estimate estimate ->
                List.of(
                        new Span(percent(estimate.value())),
                        new Span(percent(estimate.interval().low()) + " – "
                                + percent(estimate.interval().high())),
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

    /** Names a figure in the reader's language, or as the store names it where there is no word yet. */
    private String name(Effect effect) {
        String key = "quality." + effect.name().replace(' ', '-');
        String text = getTranslation(key);
        return text.equals(key) ? effect.name() : text;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
