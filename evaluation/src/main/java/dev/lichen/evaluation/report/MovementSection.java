package dev.lichen.evaluation.report;

import dev.lichen.evaluation.Histogram;
import dev.lichen.evaluation.Measured;
import dev.lichen.evaluation.PolicyMeasurements;
import dev.lichen.evaluation.PolicyMovement;
import dev.lichen.evaluation.markup.Markup;
import dev.lichen.evaluation.plot.HistogramPlot;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How far the policy moved: before and after, row by row. */
final class MovementSection {
    private MovementSection() {}

    static void add(Markup page, @Nullable PolicyMovement movement) {
        Sections.open(page, "movement", "How far did the policy move?");
        if (movement == null) {
            Sections.note(page, "This was not measured.");
        } else {
            addTable(page, movement);
            Sections.note(
                    page,
                    "Measured on answers sampled for this table. KL from "
                            + movement.before().policy()
                            + ", nats a sequence: k1 is unbiased and may be negative, k3 is unbiased and never is. Repetition "
                            + "is the share of four-token runs that occurred before in the same answer; distinct pairs are the "
                            + "share of two-token runs of all answers that differ, a figure that depends on how many answers "
                            + "there are and has no interval.");
            addLengths(page, movement.lengths());
        }
        page.close();
    }

    private static void addTable(Markup page, PolicyMovement movement) {
        String before = movement.before().policy();
        String after = movement.after().policy();
        Sections.openTable(page, "Fresh answers of both policies, with intervals clustered by prompt", "before-after");
        Sections.head(page, "Quantity", before, after, "Rests on");
        page.open("tbody");
        row(page, "KL, k1 (nats a sequence)", movement, PolicyMeasurements::klK1, false);
        row(page, "KL, k3 (nats a sequence)", movement, PolicyMeasurements::klK3, false);
        row(page, "Length (tokens)", movement, PolicyMeasurements::length, false);
        row(page, "Ended by the policy (EOS)", movement, PolicyMeasurements::finished, true);
        row(page, "Entropy (nats a token)", movement, PolicyMeasurements::entropy, false);
        row(page, "Repetition", movement, PolicyMeasurements::repetition, true);
        row(page, "Distinct pairs", movement, PolicyMeasurements::distinct2, true);
        page.close().close().close();
    }

    private static void row(
            Markup page,
            String name,
            PolicyMovement movement,
            Function<PolicyMeasurements, @Nullable Measured> quantity,
            boolean rate) {
        Measured after = quantity.apply(movement.after());
        page.open("tr").element("th", name, "scope", "row");
        cell(page, movement.before().policy(), quantity.apply(movement.before()), rate);
        cell(page, movement.after().policy(), after, rate);
        page.element("td", after == null ? "" : basis(after, name), "class", "basis");
        page.close();
    }

    private static String basis(Measured measured, String name) {
        return Sections.basis(measured, name.startsWith("Distinct") ? "pairs" : "answers");
    }

    private static void cell(Markup page, String policy, @Nullable Measured measured, boolean rate) {
        page.open("td", "class", "number", "data-column", policy); // shown where the head is not
        if (measured == null) {
            page.element("span", "by definition none", "class", "interval");
        } else {
            page.element("span", rate ? Figures.percent(measured) : Figures.number(measured), "class", "value");
            page.text(" ");
            String interval = rate ? Figures.percentInterval(measured) : Figures.interval(measured);
            page.element("span", interval, "class", "interval");
        }
        page.close();
    }

    private static void addLengths(Markup page, @Nullable Histogram lengths) {
        if (lengths == null) {
            return;
        }
        List<List<Double>> shares =
                lengths.groups().stream().map(Histogram.Group::shares).toList();
        String title = "Lengths of the answers";
        page.open("figure", "class", "single")
                .add(new HistogramPlot(title, lengths.name(), "share", lengths.first(), lengths.width(), shares)
                        .draw());
        Legend.caption(
                page,
                title,
                lengths.groups().stream().map(Histogram.Group::name).toList());
        page.close();
    }
}
