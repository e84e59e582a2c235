package dev.lichen.evaluation.report;

import dev.lichen.evaluation.Measured;
import dev.lichen.evaluation.ReliabilityBin;
import dev.lichen.evaluation.RewardModelQuality;
import dev.lichen.evaluation.markup.Markup;
import dev.lichen.evaluation.plot.ReliabilityPlot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the reward model deserves trust: accuracy beside chance, and calibration. */
final class RewardModelSection {
    private RewardModelSection() {}

    static void add(Markup page, @Nullable RewardModelQuality quality, PreferenceSource preferences) {
        Sections.open(page, "reward-model", "Does the reward model deserve trust?");
        if (quality == null) {
            Sections.note(page, "This was not measured.");
        } else {
            page.element("p", trust(quality, preferences.simulated()), "class", "statement");
            addTable(page, quality);
            addReliability(page, quality.reliability());
        }
        page.close();
    }

    static String trust(RewardModelQuality quality, boolean simulated) {
        String annotators = simulated ? "the simulated annotators" : "people";
        return switch (quality.besideChance()) {
            case ABOVE -> "It orders held-out pairs as " + annotators + " did more often than chance would.";
            case AROUND -> "It is not distinguishable from chance: the interval of its accuracy holds one half.";
            case BELOW ->
                "It orders held-out pairs against " + annotators + " more often than chance would: do not use it.";
            case UNKNOWN -> "Its accuracy on held-out pairs is not known.";
        };
    }

    private static void addTable(Markup page, RewardModelQuality quality) {
        Sections.openTable(page, "On pairs it was not trained on", "quality");
        String level = Figures.level(quality.accuracy()) + " interval";
        Sections.head(page, "Quantity", "Value", level, "Rests on");
        page.open("tbody");
        row(page, "Accuracy", quality.accuracy());
        quality.slices().forEach(slice -> row(page, "Accuracy, " + slice.slice(), slice.accuracy()));
        row(page, "Calibration error (ECE)", quality.calibrationError());
        RewardModelQuality.Scores scores = quality.scores();
        row(page, "Loss (nats a pair)", scores.loss(), "a coin\u2019s is ln 2");
        row(page, "Temperature that fits best", scores.temperature(), "above one if over-confident");
        row(page, "Correlation of score and length", scores.lengthCorrelation(), "far from zero if length decides");
        row(page, "Mean score of demonstrations", scores.demonstrationMean(), "zero after normalisation");
        page.close().close().close();
    }

    private static void row(Markup page, String name, Measured measured) {
        page.open("tr").element("th", name, "scope", "row");
        Sections.number(page, Figures.percent(measured));
        Sections.number(page, Figures.percentInterval(measured));
        page.element("td", Sections.basis(measured, "pairs"), "class", "basis");
        page.close();
    }

    private static void row(Markup page, String name, @Nullable Double value, String meaning) {
        if (value != null) {
            page.open("tr").element("th", name, "scope", "row");
            Sections.number(page, Figures.number(value));
            page.empty("td").element("td", meaning, "class", "basis").close();
        }
    }

    private static void addReliability(Markup page, List<ReliabilityBin> bins) {
        if (bins.isEmpty()) {
            return;
        }
        String title = "How sure it was against how often it was right";
        page.open("figure", "class", "single")
                .add(new ReliabilityPlot(
                                title,
                                bins.stream()
                                        .map(bin ->
                                                new ReliabilityPlot.Bin(bin.predicted(), bin.observed(), bin.count()))
                                        .toList())
                        .draw());
        page.open("figcaption")
                .element("span", title + ".", "class", "figure-title")
                .text(" Points on the line are calibrated, below it over-confident; larger points hold more pairs.")
                .close()
                .close();
    }
}
