package dev.lichen.evaluation.report;

import dev.lichen.evaluation.markup.Markup;
import dev.lichen.evaluation.plot.LinePlot;
import dev.lichen.evaluation.plot.Point;
import dev.lichen.evaluation.plot.Series;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How the stages went: small figures of like size, stage by stage. */
final class TrainingSection {
    private TrainingSection() {}

    static void add(Markup page, List<CurvePanel> panels) {
        Sections.open(page, "training", "How did training go?");
        if (panels.isEmpty()) {
            Sections.note(page, "No training curves were recorded.");
        }
        Map<String, List<CurvePanel>> stages = panels.stream()
                .collect(Collectors.groupingBy(CurvePanel::stage, LinkedHashMap::new, Collectors.toList()));
        stages.forEach((stage, figures) -> addStage(page, stage, figures));
        page.close();
    }

    private static void addStage(Markup page, String stage, List<CurvePanel> panels) {
        page.element("h3", stage);
        long stepsPerPoint = panels.getFirst().stepsPerPoint();
        if (stepsPerPoint > 1) {
            Sections.note(page, "Each point is the mean of " + stepsPerPoint + " steps.");
        }
        page.open("div", "class", "figures");
        panels.forEach(panel -> addFigure(page, panel));
        page.close();
    }

    private static void addFigure(Markup page, CurvePanel panel) {
        List<Series> series =
                panel.curves().stream().map(TrainingSection::series).toList();
        page.open("figure").add(new LinePlot(panel.title(), "step", panel.unit(), series).draw());
        Legend.caption(
                page,
                panel.title(),
                panel.curves().stream().map(CurvePanel.Curve::metric).toList());
        long skipped = panel.curves().stream()
                .mapToLong(CurvePanel.Curve::skipped)
                .max()
                .orElse(0);
        if (skipped > 0) {
            Sections.note(page, "Steps without a finite value, left out: " + skipped + ".");
        }
        page.close();
    }

    private static Series series(CurvePanel.Curve curve) {
        return new Series(
                curve.metric(),
                curve.points().stream()
                        .map(point -> new Point(point.step(), point.value()))
                        .toList());
    }
}
