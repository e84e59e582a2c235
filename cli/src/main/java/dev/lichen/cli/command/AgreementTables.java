package dev.lichen.cli.command;

import dev.lichen.datasets.statistics.judgements.Agreement;
import dev.lichen.datasets.statistics.judgements.Consensus;
import dev.lichen.datasets.statistics.judgements.Figure;
import dev.lichen.datasets.statistics.judgements.Overlap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lays the agreement on one kind of judgement out as text. */
final class AgreementTables {

    private static final int MOST_ANNOTATORS = 30;
    private static final int MOST_CHARACTERS = 60;

    private final Agreement agreement;

    AgreementTables(Agreement agreement) {
        this.agreement = agreement;
    }

    String text() {
        List<String> parts = new ArrayList<>();
        parts.add(agreement.judged() + ": " + describe(agreement.overlap()));
        parts.add(table("all", agreement.overall()));
        if (agreement.byLanguage().size() > 1) {
            agreement.byLanguage().forEach((language, figures) -> parts.add(table("language " + language, figures)));
        }
        if (!agreement.byAnnotator().isEmpty()) {
            parts.add(annotators(agreement.byAnnotator()));
        }
        if (!agreement.generators().isEmpty()) {
            parts.add(table("generators (0 is their mean)", agreement.generators()));
        }
        return String.join("\n\n", parts);
    }

    private static String describe(Overlap overlap) {
        String unnamed = overlap.unnamed() == 0 ? "" : ", %d records without a name".formatted(overlap.unnamed());
        return "%d records, %d prompts; %d of %d tasks judged by two or more of %d annotators%s"
                .formatted(
                        overlap.records(),
                        overlap.prompts(),
                        overlap.shared(),
                        overlap.tasks(),
                        overlap.annotators(),
                        unnamed);
    }

    private static String table(String name, List<Figure> figures) {
        List<String> reasons = figures.stream()
                .map(figure -> figure.value() == null ? String.valueOf(figure.why()) : "")
                .distinct()
                .toList();
        if (figures.size() > 1 && reasons.size() == 1 && !reasons.getFirst().isEmpty()) {
            return name + ": nothing is defined, since " + reasons.getFirst();
        }
        TextTable table = new TextTable(name, "value", "95 % interval", "n", "prompts", "");
        figures.forEach(figure -> addRow(table, figure.statistic(), figure));
        return table.text();
    }

    /** Lays out all annotators by statistic, so that they can be compared. */
    private static String annotators(Map<String, List<Figure>> byAnnotator) {
        List<String> parts = new ArrayList<>();
        int statistics = byAnnotator.values().iterator().next().size();
        for (int statistic = 0; statistic < statistics; statistic++) {
            int number = statistic;
            String name = byAnnotator.values().iterator().next().get(number).statistic();
            TextTable table = new TextTable("annotator: " + name, "value", "95 % interval", "n", "prompts", "");
            byAnnotator.entrySet().stream()
                    .limit(MOST_ANNOTATORS)
                    .forEach(entry ->
                            addRow(table, entry.getKey(), entry.getValue().get(number)));
            parts.add(table.text());
        }
        if (byAnnotator.size() > MOST_ANNOTATORS) {
            parts.add("… and %d more annotators (--json lists all)".formatted(byAnnotator.size() - MOST_ANNOTATORS));
        }
        return String.join("\n\n", parts);
    }

    private static void addRow(TextTable table, String name, Figure figure) {
        table.row(
                name,
                figure.value() == null ? "undefined" : number(figure.value()),
                interval(figure.low(), figure.high()),
                figure.n() == 0 ? "" : Long.toString(figure.n()),
                figure.clusters() == 0 ? "" : Long.toString(figure.clusters()),
                Objects.requireNonNullElse(figure.why(), ""));
    }

    private static String interval(@Nullable Double low, @Nullable Double high) {
        return low == null || high == null ? "" : "[" + number(low) + ", " + number(high) + "]";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.3f" : "%.1f", value);
    }

    /** Lays out the order that the annotators of one task give together. */
    static String consensus(Consensus consensus) {
        TextTable table = new TextTable("tier", "Kemeny", "answer");
        for (int answer = 0; answer < consensus.answers().size(); answer++) {
            table.row(
                    tier(consensus.rankedPairs(), answer),
                    tier(consensus.kemeny(), answer),
                    shortened(consensus.answers().get(answer)));
        }
        String cycle = consensus.cycle() ? "; majorities go in circles" : "";
        String head = "%s (%d annotators, %d pairs of answers left open%s)"
                .formatted(shortened(consensus.question()), consensus.annotators(), consensus.openPairs(), cycle);
        return head + "\n" + table.text();
    }

    private static String tier(List<@Nullable Integer> tiers, int answer) {
        Integer tier = tiers.isEmpty() ? null : tiers.get(answer);
        return tier == null ? "-" : tier.toString();
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= MOST_CHARACTERS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MOST_CHARACTERS)) + "…";
    }
}
