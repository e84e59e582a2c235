package dev.lichen.datasets.inspection;

import dev.lichen.datasets.statistics.Summary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a summary as lines of a table for the terminal. */
final class SummaryTable {

    private static final int SHOWN = 12;

    private final DatasetSummary summary;
    private final List<DatasetSummary.Row> rows = new ArrayList<>();

    SummaryTable(DatasetSummary summary) {
        this.summary = summary;
    }

    List<DatasetSummary.Row> rows() {
        add("file", summary.file());
        add("format", summary.format());
        add(summary.kind(), String.valueOf(summary.records()));
        summary.skipped().forEach(this::addSkip);
        addContents();
        addDuplicates(summary.duplicates());
        if (summary.leakage() != null) {
            addLeakage(summary.leakage());
        }
        if (summary.rankings() != null) {
            addRankings(summary.rankings());
        }
        return rows;
    }

    private void add(String name, String value) {
        rows.add(new DatasetSummary.Row(name, value));
    }

    private void addSkip(DatasetSummary.Skip skip) {
        String lines = skip.first().stream().map(String::valueOf).collect(Collectors.joining(", "));
        String rest = skip.first().size() < skip.count() ? ", …" : "";
        add("skipped", skip.count() + ": " + skip.reason() + " (lines " + lines + rest + ")");
    }

    private void addContents() {
        long declared = summary.languages().declared();
        String source = declared == summary.records()
                ? " (declared)"
                : declared == 0 ? " (identified)" : " (" + declared + " declared, the others identified)";
        add("languages", mostFrequent(summary.languages().counts()) + source);
        add("messages in the prompt", distribution(summary.turns()));
        add("characters a prompt", spread(summary.lengths().prompt()));
        add("characters an answer", spread(summary.lengths().answer()));
        if (summary.tokens() != null) {
            add("tokens a prompt", spread(summary.tokens().prompt()));
            add("tokens an answer", spread(summary.tokens().answer()));
        }
    }

    private void addDuplicates(DatasetSummary.Duplicates duplicates) {
        add("exact duplicates", duplicates.records() + " records, " + duplicates.prompts() + " prompts");
        add(
                "near duplicates",
                duplicates.near() == 0
                        ? "none"
                        : "%d more, in %d %s (%s)"
                                .formatted(
                                        duplicates.near(),
                                        duplicates.nearGroups(),
                                        duplicates.nearGroups() == 1 ? "group" : "groups",
                                        first(duplicates.first(), "")));
    }

    private void addLeakage(DatasetSummary.Leakage leakage) {
        String first = leakage.first().isEmpty() ? "" : " (" + first(leakage.first(), "other ") + ")";
        add(
                "prompts elsewhere too",
                "%d exactly, %d at least nearly, in %s%s"
                        .formatted(leakage.exact(), leakage.similar(), leakage.against(), first));
    }

    private void addRankings(DatasetSummary.Rankings rankings) {
        add("answers a ranking (K)", distribution(rankings.answers()));
        add("pairs", rankings.pairs() + " ordered, " + rankings.ties() + " tied");
        add("partial rankings", String.valueOf(rankings.partial()));
        add("rankings with equal answers", String.valueOf(rankings.equalAnswers()));
        if (!rankings.annotators().isEmpty()) {
            add("annotators", rankings.annotators().size() + ": " + mostFrequent(rankings.annotators()));
        }
    }

    private static String first(List<DatasetSummary.Similar> pairs, String other) {
        return "first: "
                + pairs.stream()
                        .map(pair -> String.format(
                                Locale.ROOT,
                                "#%d and %s#%d %.0f %%",
                                pair.later(),
                                other,
                                pair.earlier(),
                                100 * pair.similarity()))
                        .collect(Collectors.joining(", "));
    }

    private static String distribution(Map<Integer, Long> counts) {
        String shown = counts.entrySet().stream()
                .limit(SHOWN)
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
        long rest =
                counts.values().stream().skip(SHOWN).mapToLong(Long::longValue).sum();
        return rest == 0 ? shown : shown + ", more: " + rest;
    }

    private static String mostFrequent(Map<String, Long> counts) {
        String shown = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(SHOWN)
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
        return counts.size() <= SHOWN ? shown : shown + ", and " + (counts.size() - SHOWN) + " more";
    }

    private static String spread(@Nullable LengthSummary lengths) {
        if (lengths == null) {
            return "there are none";
        }
        Summary.Spread q = lengths.summary().quantiles();
        return String.format(
                Locale.ROOT,
                "median %.0f, quarters %.0f to %.0f, 95 %% below %.0f, largest %.0f",
                q.median(),
                q.lowerQuartile(),
                q.upperQuartile(),
                q.percentile95(),
                q.maximum());
    }
}
