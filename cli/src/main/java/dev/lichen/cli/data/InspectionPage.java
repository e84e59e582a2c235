package dev.lichen.cli.data;

import dev.lichen.datasets.inspection.DatasetSummary;
import dev.lichen.datasets.inspection.LengthSummary;
import dev.lichen.evaluation.markup.Markup;
import dev.lichen.evaluation.plot.HistogramPlot;
import dev.lichen.evaluation.plot.ShareBar;
import dev.lichen.evaluation.report.PageFrame;
import dev.lichen.evaluation.report.Sections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows what is in data files as one HTML page: a section a file, with counts as bars and lengths as plots. */
public final class InspectionPage {

    private static final int MOST_ROWS = 20;
    private static final double LEAST_SHOWN = 0.0005;

    private final Markup page;
    private final DatasetSummary summary;
    private final String id;

    private InspectionPage(Markup page, DatasetSummary summary, String id) {
        this.page = page;
        this.summary = summary;
        this.id = id;
    }

    /** Returns the page. */
    public static String render(List<DatasetSummary> summaries) {
        String title = summaries.size() == 1 ? name(summaries.getFirst()) : summaries.size() + " data files";
        Markup page = PageFrame.open("What is in " + title);
        page.element("p", "Data inspection", "class", "kicker");
        page.element("h1", "What is in " + title);
        for (int i = 0; i < summaries.size(); i++) {
            new InspectionPage(page, summaries.get(i), "file-" + (i + 1)).add();
        }
        return PageFrame.close(page);
    }

    private void add() {
        Sections.open(page, id, name(summary));
        page.element("p", sentence(), "class", "statement");
        Sections.note(page, summary.file());
        addProblems();
        addCounts("Languages", "language", languages());
        addCounts("Messages before the answer", "messages", names(summary.turns()));
        addRankings();
        addLengths();
        addDuplicates();
        page.close();
    }

    private static String name(DatasetSummary summary) {
        return summary.file().replaceFirst("^.*[/\\\\]", "");
    }

    private String sentence() {
        return "%,d %s in the format %s.".formatted(summary.records(), summary.kind(), summary.format());
    }

    private Map<String, Long> languages() {
        return summary.languages().counts();
    }

    private void addProblems() {
        if (summary.skipped().isEmpty()) {
            Sections.note(page, "Every record could be used.");
            return;
        }
        Sections.openTable(page, "Records that were left out", "problems");
        Sections.head(page, "Reason", "Records", "First on lines");
        page.open("tbody");
        for (DatasetSummary.Skip skip : summary.skipped()) {
            page.open("tr").element("th", skip.reason(), "scope", "row");
            page.element("td", "%,d".formatted(skip.count()), "class", "number", "data-column", "Records");
            String lines = skip.first().stream().map(String::valueOf).collect(Collectors.joining(", "));
            page.element("td", lines, "data-column", "First on lines", "class", "number");
            page.close();
        }
        page.close().close().close();
    }

    private void addRankings() {
        DatasetSummary.Rankings rankings = summary.rankings();
        if (rankings == null) {
            return;
        }
        addCounts("Answers a ranking (K)", "answers", names(rankings.answers()));
        Sections.note(
                page,
                "%,d ordered pairs, %,d ties; %,d rankings leave an answer unranked, %,d hold the same answer twice."
                        .formatted(rankings.pairs(), rankings.ties(), rankings.partial(), rankings.equalAnswers()));
        if (!rankings.annotators().isEmpty()) {
            addCounts("Rankings by annotator", "annotator", rankings.annotators());
        }
    }

    /** Adds a table with a bar for each count, the largest first; numbers stay in their order. */
    private void addCounts(String caption, String column, Map<String, Long> counts) {
        long largest = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        boolean numbers = counts.keySet().stream().allMatch(name -> name.matches("\\d+"));
        Comparator<Map.Entry<String, Long>> order = numbers
                ? Comparator.comparingInt(entry -> Integer.parseInt(entry.getKey()))
                : Map.Entry.comparingByValue(Comparator.reverseOrder());
        Sections.openTable(page, caption, "counts");
        Sections.head(page, column, "records", "");
        page.open("tbody");
        counts.entrySet().stream()
                .sorted(order)
                .limit(MOST_ROWS)
                .forEach(entry -> addCount(entry.getKey(), entry.getValue(), largest, total));
        page.close().close().close();
        if (counts.size() > MOST_ROWS) {
            Sections.note(page, "%,d more are not shown.".formatted(counts.size() - MOST_ROWS));
        }
    }

    private void addCount(String name, long count, long largest, long total) {
        page.open("tr").element("th", name, "scope", "row");
        page.element("td", "%,d (%s)".formatted(count, percent((double) count / total)), "class", "number");
        page.open("td", "class", "drawing")
                .add(new ShareBar((double) count / largest).draw())
                .close();
        page.close();
    }

    private void addLengths() {
        page.element("h3", "Lengths");
        page.open("div", "class", "figures");
        addLength(
                "Prompts",
                "characters",
                "characters a prompt",
                summary.lengths().prompt());
        addLength(
                "Answers",
                "characters",
                "characters an answer",
                summary.lengths().answer());
        if (summary.tokens() != null) {
            addLength(
                    "Prompts in tokens",
                    "tokens",
                    "tokens a prompt",
                    summary.tokens().prompt());
            addLength(
                    "Answers in tokens",
                    "tokens",
                    "tokens an answer",
                    summary.tokens().answer());
        }
        page.close();
    }

    private void addLength(String title, String unit, String axis, @Nullable LengthSummary lengths) {
        if (lengths == null) {
            return;
        }
        LengthSummary.Bins bins = lengths.bins();
        List<Double> heights = bins.counts().stream().map(Long::doubleValue).toList();
        page.open("figure")
                .add(new HistogramPlot(title, axis, "texts", 0, bins.width(), List.of(heights)).draw())
                .open("figcaption")
                .element("span", title, "class", "figure-title")
                .text(" " + spread(lengths, unit))
                .close()
                .close();
    }

    private static String spread(LengthSummary lengths, String unit) {
        var q = lengths.summary().quantiles();
        String beyond = lengths.bins().beyond() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; the %,d longest are not drawn",
                        lengths.bins().beyond());
        return String.format(
                Locale.ROOT,
                "median %,.0f %s, half between %,.0f and %,.0f, largest %,.0f%s",
                q.median(),
                unit,
                q.lowerQuartile(),
                q.upperQuartile(),
                q.maximum(),
                beyond);
    }

    private void addDuplicates() {
        DatasetSummary.Duplicates duplicates = summary.duplicates();
        page.element("h3", "Duplicates");
        page.element(
                "p",
                "Exactly repeated: %,d records, %,d prompts. Nearly repeated: %,d further records, in groups: %,d."
                        .formatted(
                                duplicates.records(),
                                duplicates.prompts(),
                                duplicates.near(),
                                duplicates.nearGroups()));
        addSimilar("Records that are nearly the same, the first few", duplicates.first());
        DatasetSummary.Leakage leakage = summary.leakage();
        if (leakage != null) {
            page.element("h3", "Prompts that are also in " + leakage.against());
            page.element(
                    "p",
                    "%,d records have exactly a prompt of that file, %,d at least nearly."
                            .formatted(leakage.exact(), leakage.similar()));
            addSimilar("Prompts in both files, the first few; the earlier is of the other file", leakage.first());
        }
    }

    private void addSimilar(String caption, List<DatasetSummary.Similar> pairs) {
        if (pairs.isEmpty()) {
            return;
        }
        Sections.openTable(page, caption, "counts similar");
        Sections.head(page, "record", "and earlier", "in common");
        page.open("tbody");
        for (DatasetSummary.Similar pair : pairs) {
            page.open("tr").element("th", "#" + pair.later(), "scope", "row");
            page.element("td", "#" + pair.earlier(), "class", "number");
            page.element("td", percent(pair.similarity()), "class", "number").close();
        }
        page.close().close().close();
    }

    private static Map<String, Long> names(Map<Integer, Long> counts) {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(entry -> String.valueOf(entry.getKey()), Map.Entry::getValue));
    }

    private static String percent(double share) {
        if (share > 0 && share < LEAST_SHOWN) {
            return "<0.1%";
        }
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }
}
