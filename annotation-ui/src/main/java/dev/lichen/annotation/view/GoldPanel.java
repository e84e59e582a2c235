package dev.lichen.annotation.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.lichen.annotation.quality.Gold;
import dev.lichen.datasets.statistics.Estimate;
import dev.lichen.datasets.statistics.Statistic;
import dev.lichen.datasets.statistics.Undefined;
import java.util.ArrayList;
import java.util.List;

/** How far people, and each of them, ranked hidden items of known order within the tolerance. */
final class GoldPanel extends Div {

    private static final String UNKNOWN = "–";

    GoldPanel(Gold gold) {
        List<List<Component>> rows = new ArrayList<>();
        rows.add(row(getTranslation("gold.board.all"), gold.overall()));
        gold.byAnnotator().forEach((pseudonym, share) -> rows.add(row(pseudonym, share)));
        add(Parts.panel(
                getTranslation("gold.board"),
                Parts.quiet(getTranslation("gold.board.help")),
                Parts.table(
                        List.of(
                                getTranslation("quality.annotator"),
                                getTranslation("quality.share"),
                                getTranslation("quality.interval"),
                                getTranslation("gold.board.n"),
                                getTranslation("quality.remark")),
                        rows)));
    }

    private List<Component> row(String who, Statistic share) {
        return switch (share) {
            case Estimate estimate ->
                List.of(
                        new Span(who),
                        new Span(Parts.percent(estimate.value())),
                        new Span(Parts.percent(estimate.interval().low()) + " – "
                                + Parts.percent(estimate.interval().high())),
                        new Span(String.valueOf(estimate.n())),
                        new Span());
            case Undefined undefined ->
                List.of(
                        new Span(who),
                        new Span(UNKNOWN),
                        new Span(UNKNOWN),
                        new Span(UNKNOWN),
                        new Span(getTranslation(
                                "gold.board." + undefined.reason().name())));
        };
    }
}
